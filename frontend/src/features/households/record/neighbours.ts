/** The households before and after this one in the list one came from, over page ends too. */
import { useQuery } from '@tanstack/react-query'
import type { HouseholdItem } from '@/api/gen/types.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import { useWorkPlaceId } from '@/lib/workPlace'
import { listQuery } from '../queries'
import { type HouseholdSearch, listPart, type RecordSearch } from '../search'

export interface Neighbour {
  id: string
  search: HouseholdSearch
}
export interface Neighbours {
  /** From 1; absent when this record is not on the page the address names. */
  position?: number
  total?: number
  previous?: Neighbour
  next?: Neighbour
}

export function useNeighbours(id: string, search: RecordSearch): Neighbours {
  const place = useWorkPlaceId()
  const list = listPart(search)
  const { page = 1, page_size = DEFAULT_PAGE_SIZE } = list
  const asked = search.list === true
  const { data } = useQuery({ ...listQuery(list, place), enabled: asked })
  const items = data?.items ?? NONE
  const total = data?.total ?? 0
  const at = items.findIndex((row) => row.id === id)
  const beforeList = { ...list, page: page - 1 }
  const afterList = { ...list, page: page + 1 }
  const atStart = asked && at === 0 && page > 1
  const atEnd = asked && at === items.length - 1 && at >= 0 && page * page_size < total
  const before = useQuery({ ...listQuery(beforeList, place), enabled: atStart })
  const after = useQuery({ ...listQuery(afterList, place), enabled: atEnd })
  if (at < 0) return {}
  const to = (row: HouseholdItem | undefined, from: HouseholdSearch) =>
    row && { id: row.id, search: from }
  const previous = atStart ? to(fresh(before)?.at(-1), beforeList) : to(items[at - 1], list)
  const next = atEnd ? to(fresh(after)?.[0], afterList) : to(items[at + 1], list)
  return {
    position: (page - 1) * page_size + at + 1,
    total,
    ...(previous && { previous }),
    ...(next && { next }),
  }
}

const NONE: readonly HouseholdItem[] = []
/** While another page is on its way, the one shown before is no neighbour. */
const fresh = (query: {
  data?: { items: readonly HouseholdItem[] } | undefined
  isPlaceholderData: boolean
}) => (query.isPlaceholderData ? undefined : query.data?.items)
