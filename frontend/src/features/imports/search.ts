/** What stands in the addresses of imports: states, rules and sheets, never a person. */
import type { ImportOut } from '@/api/gen/types.gen'
import { code, listSearch, oneOf, whole } from '@/lib/urlState'

export const STATES: readonly ImportOut['state'][] = [
  'uploaded',
  'reading',
  'needs-columns',
  'needs-date',
  'checked',
  'partly-merged',
  'merged',
  'discarded',
  'failed',
]
export const SEVERITIES = ['error', 'warning', 'normalised'] as const
export const ACTIONS = [
  'new',
  'changed',
  'held',
  'missing',
  'same',
  'out-of-scope',
  'merged',
] as const
export type Action = (typeof ACTIONS)[number]
export const PARTS = ['findings', 'records', 'rows'] as const
export type Part = (typeof PARTS)[number]

export const importsSearch = listSearch([], { state: oneOf(STATES) })

/** `row` and `column` are the cell that is being corrected. */
export const batchSearch = listSearch([], {
  part: oneOf(PARTS),
  severity: oneOf(SEVERITIES),
  rule: code,
  sheet: whole(0, 1000),
  action: oneOf(ACTIONS),
  row: whole(1, 1_048_576),
  column: whole(0, 1000),
})
export type BatchSearch = ReturnType<typeof batchSearch>
