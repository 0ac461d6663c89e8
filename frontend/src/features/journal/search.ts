/** The addresses of the two logs. */
import { code, day, listSearch } from '@/lib/urlState'

export const journalSearch = listSearch([], {
  from: day,
  to: day,
  actor_id: code,
  action: code,
  subject: code,
  subject_id: code,
})
export type JournalSearch = ReturnType<typeof journalSearch>
