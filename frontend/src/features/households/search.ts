/** The address of the list; a record opened from it carries the same, so that it finds back. */
import type { ListHouseholdsData } from '@/api/gen/types.gen'
import {
  code,
  codes,
  DEFAULT_PAGE_SIZE,
  day,
  flag,
  type ListSearch,
  listSearch,
  oneOf,
  whole,
} from '@/lib/urlState'

export const SORTS = [
  'household_no',
  'head_name',
  'place',
  'household_kind',
  'poverty_state',
  'registration',
  'main_cause',
  'member_count',
  'able_count',
  'net_income_fen',
  'net_income_per_head_fen',
  'updated_at',
] as const
const MOST_FEN = 10 ** 13

const FILTERS = {
  kind: codes,
  state: codes,
  cause: codes,
  registration: codes,
  has_able: oneOf(['yes', 'no', 'unknown'] as const),
  income_from_fen: whole(-MOST_FEN, MOST_FEN),
  income_below_fen: whole(-MOST_FEN, MOST_FEN),
  changed_since: day,
  at: day,
}

export const householdSearch = listSearch(SORTS, FILTERS)
export type HouseholdSearch = ReturnType<typeof householdSearch>

export const TABS = ['facts', 'members', 'living', 'income', 'history', 'events'] as const
export type Tab = (typeof TABS)[number]

/** `tab` and `edit` say what is open; `list` marks that one came from the list. */
export const recordSearch = listSearch(SORTS, {
  ...FILTERS,
  tab: oneOf(TABS),
  edit: code,
  member: code,
  list: flag,
})
export type RecordSearch = ReturnType<typeof recordSearch>

type Query = NonNullable<ListHouseholdsData['query']>

export function toQuery(search: HouseholdSearch & ListSearch, place: string | undefined): Query {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, changed_since, ...filters } = search
  // Codes come from an address; the server answers 422 to one that is none.
  return {
    ...filters,
    page,
    page_size,
    ...(place && { place }),
    ...(changed_since && { changed_since: `${changed_since}T00:00:00+08:00` }),
  } as Query
}

/** The list's own part of a record's address. */
export function listPart({ tab: _t, edit: _e, member: _m, list: _l, ...rest }: RecordSearch) {
  return rest as HouseholdSearch
}
