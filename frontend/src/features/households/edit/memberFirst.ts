/** What a clerk knows at the door; the rest of a person waits behind "more". */
export const MEMBER_FIRST = [
  'name',
  'id_number',
  'relation',
  'health',
  'labour',
  'education',
  'student_status',
  'work_area',
] as const
/** Set by leaving and coming, not typed. */
export const BY_EVENTS = ['member_state']
