/** What answers the typed text. The text is sent in a body and stands in no address. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '@/api/gen/types.gen'
import { useWorkPlaceId } from '@/lib/workPlace'
import { Empty } from '@/ui/Empty'
import type { DataListProps } from '@/ui/list/DataList'
import { useFields } from '../fields'
import { memory } from '../memory'
import { usePlaceNames } from '../places'
import { foundQuery, MOST_HITS } from '../queries'
import { foundColumns } from './columns'

const idOf = ({ household_id, member_id }: SearchHit) => `${household_id}${member_id ?? ''}`
const ONE_PAGE = { page_size: MOST_HITS }

export function useFound(text: string, onPeek: (id: string) => void): DataListProps<SearchHit> {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/households' })
  const fields = useFields()
  const places = usePlaceNames()
  const place = useWorkPlaceId()
  const query = useQuery({ ...foundQuery(text, place), enabled: text !== '' })
  const columns = useMemo(() => foundColumns(t, fields, places), [t, fields, places])
  const items = query.error ? [] : (query.data ?? [])
  return {
    id: 'households-found',
    label: t('households.search.found'),
    columns,
    rowId: idOf,
    query: {
      data: { items, total: items.length },
      error: query.error,
      isPending: query.isPending,
      isFetching: query.isFetching,
      refetch: query.refetch,
    },
    search: ONE_PAGE,
    onSearch: () => undefined,
    note: t(items.length < MOST_HITS ? 'households.search.note' : 'households.search.most', {
      n: items.length,
    }),
    startAt: memory.row,
    onOpen: (hit) => {
      memory.row = idOf(hit)
      void navigate({ to: '/households/$id', params: { id: hit.household_id }, search: {} })
    },
    onPeek: ({ household_id }) => onPeek(household_id),
    empty: <Empty text={t('households.search.none')} />,
  }
}
