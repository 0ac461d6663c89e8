import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placesQuery } from '@/api/account'
import { listRolesOptions } from '@/api/gen/@tanstack/react-query.gen'
import type { EntryOut } from '@/api/gen/types.gen'
import { useWorkPlaceId } from '@/lib/workPlace'
import { DataList } from '@/ui/list/DataList'
import { entryColumns } from './columns'
import { EntryDrawer } from './EntryDrawer'
import { actorOptions, entryFilters } from './filters'
import { actorsQuery, entriesQuery, type Log } from './queries'
import type { JournalSearch } from './search'
import './journal.css'

const idOf = ({ id }: EntryOut) => id

/** Roles and places of an entry, in words. */
function useWords() {
  const { t, i18n } = useTranslation()
  const { data: roles } = useQuery({ ...listRolesOptions(), staleTime: Number.POSITIVE_INFINITY })
  const { data: places } = useQuery(placesQuery)
  return useMemo(() => {
    const english = i18n.language === 'en'
    const titles = new Map(
      roles?.items.map(({ role, title, title_en }) => [role as string, english ? title_en : title]),
    )
    const names = new Map(places?.map(({ path, name }) => [path, name]))
    return {
      rolesOf: ({ actor_roles }: EntryOut) =>
        actor_roles.map((role) => titles.get(role) ?? '').join(t('ui.comma')),
      placeOf: (path: string) => names.get(path) ?? '',
      pathOf: (id: string | undefined) => places?.find((place) => place.id === id)?.path,
    }
  }, [t, i18n.language, roles, places])
}

/** A log with its filters; a row opens beside the list, and one goes on to the next from there. */
export function EntryList({ log, search }: { log: Log; search: JournalSearch }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useWords()
  const { data: actors } = useQuery(actorsQuery)
  const [at, setAt] = useState<string | null>(null)
  const query = useQuery(entriesQuery(log, search, words.pathOf(useWorkPlaceId())))
  const rows = query.data?.items ?? []
  const columns = useMemo(
    () => entryColumns(log, { t, ...words, onOpen: ({ id }) => setAt(id) }),
    [log, t, words],
  )
  return (
    <>
      <DataList
        id={`entries-${log}`}
        label={t(`journal.titles.${log}`)}
        columns={columns}
        rowId={idOf}
        query={query}
        search={{ ...search }}
        onSearch={(patch) =>
          void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as never })
        }
        filters={entryFilters(t, log, actorOptions(actors ?? [], rows), search.subject_id)}
        onOpen={({ id }) => setAt(id)}
        onPeek={({ id }) => setAt(id)}
      />
      <EntryDrawer rows={rows} at={at} words={words} onMove={setAt} />
    </>
  )
}
