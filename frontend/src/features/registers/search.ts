import { code, columnSort, day, listSearch, oneOf } from '@/lib/urlState'

export const registersSearch = listSearch([], { at: day })

/** `village` narrows within the place of work; `which` lists those who cannot be told. */
export const registerSearch = listSearch([], {
  sort: columnSort,
  at: day,
  village: code,
  which: oneOf(['unknown'] as const),
})
export type RegisterSearch = ReturnType<typeof registerSearch>
