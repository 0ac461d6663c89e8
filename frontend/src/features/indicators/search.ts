import { code, columnSort, day, listSearch, oneOf } from '@/lib/urlState'

export const BEHIND = ['missing', 'numerator', 'unknown'] as const
export type Behind = (typeof BEHIND)[number]

/** `village` narrows within the place of work; `which` says who is listed, the missing first. */
export const indicatorSearch = listSearch([], {
  sort: columnSort,
  at: day,
  village: code,
  which: oneOf(BEHIND),
})
export type IndicatorSearch = ReturnType<typeof indicatorSearch>
