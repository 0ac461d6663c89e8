/** The list by filters: all of its question is in the address. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseholdItem } from '@/api/gen/types.gen'
import { useWorkPlaceId } from '@/lib/workPlace'
import { Empty } from '@/ui/Empty'
import { NOTHING } from '@/ui/grid/selection'
import type { DataListProps } from '@/ui/list/DataList'
import { useFields } from '../fields'
import { memory } from '../memory'
import { usePlaceNames } from '../places'
import { listQuery } from '../queries'
import { CopyNumbers } from './CopyNumbers'
import { listColumns } from './columns'
import { listFilters } from './filters'

const idOf = ({ id }: HouseholdItem) => id

export function useListed(onPeek: (id: string) => void): DataListProps<HouseholdItem> {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/households' })
  const navigate = useNavigate({ from: '/households' })
  const place = useWorkPlaceId()
  const fields = useFields()
  const places = usePlaceNames()
  const [selection, setSelection] = useState(NOTHING)
  const query = useQuery(listQuery(search, place))
  const columns = useMemo(() => listColumns(t, fields, places), [t, fields, places])
  const filters = useMemo(() => listFilters(t, fields), [t, fields])
  const filtered = filters.some(({ key }) => key in search)
  return {
    id: 'households',
    label: t('households.title'),
    columns,
    filters,
    rowId: idOf,
    query,
    search,
    onSearch: (patch) =>
      void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as typeof was }),
    selection,
    onSelection: setSelection,
    selectionActions: (
      <CopyNumbers selection={selection} rows={query.data?.items ?? []} place={place} />
    ),
    startAt: memory.row,
    onOpen: ({ id }) => {
      memory.row = id
      void navigate({ to: '/households/$id', params: { id }, search: { ...search, list: true } })
    },
    onPeek: ({ id }) => onPeek(id),
    empty: <Empty text={t(filtered ? 'households.empty' : 'households.emptyAll')} />,
  }
}
