import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import type { RegisterOut, VillageCountOut } from '@/api/gen/types.gen'
import { Empty } from '@/ui/Empty'
import { DataList } from '@/ui/list/DataList'
import { type DeclaredRow, declaredColumns } from '@/ui/list/declared'
import { memory } from './memory'
import { rowsQuery } from './queries'
import type { RegisterSearch } from './search'

interface Props {
  register: RegisterOut
  search: RegisterSearch
  place: string | undefined
  villages: readonly VillageCountOut[]
  onSearch: (patch: Record<string, unknown>) => void
}

const idOf = ({ id }: DeclaredRow) => id

export function RegisterRows({ register, search, place, villages, onSearch }: Props) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const query = useQuery(rowsQuery(register.slug, search, place))
  const { columns: declared } = register
  const columns = useMemo(
    () => declaredColumns(t, declared, i18n.language === 'en'),
    [t, declared, i18n.language],
  )
  const open = ({ id, household_id }: DeclaredRow) => {
    memory.row = id
    const member = register.of === 'member' ? { tab: 'members' as const, member: id } : {}
    void navigate({
      to: '/households/$id',
      params: { id: household_id },
      search: { ...member, ...(search.at && { at: search.at }) },
    })
  }
  const options = villages.map(({ village_id, village }) => ({ value: village_id, label: village }))
  return (
    <DataList
      id={`register:${register.slug}`}
      label={register.title}
      columns={columns}
      rowId={idOf}
      query={query}
      search={{ ...search }}
      onSearch={onSearch}
      filters={[{ key: 'village', label: t('declared.village'), kind: 'choice', options }]}
      note={search.which ? t('registers.unknownNote') : null}
      empty={<Empty text={t('registers.empty')} />}
      startAt={memory.row}
      {...(me.permissions.includes('households:read') && { onOpen: open })}
    />
  )
}
