/** The addresses of the list of plans and of one plan. */
import { code, listSearch, oneOf } from '@/lib/urlState'

export const STATES = [
  'computed',
  'checked',
  'returned',
  'decided',
  'noticed',
  'superseded',
  'withdrawn',
] as const
export const fundPlansSearch = listSearch([], { state: oneOf(STATES) })
export type FundPlansSearch = ReturnType<typeof fundPlansSearch>

export const TABS = ['matrix', 'people', 'steps'] as const
export type Tab = (typeof TABS)[number]
/** Pages and `village` are those of the people counted. */
export const fundPlanSearch = listSearch([], { tab: oneOf(TABS), village: code })
export type FundPlanSearch = ReturnType<typeof fundPlanSearch>
