import type { Messages } from '../zh-CN'

const exports: Messages['exports'] = {
  button: 'Export',
  title: 'Export households',
  what: 'Makes an Excel workbook. IDs, phones and accounts are masked by default.',
  subject: 'Content',
  household: 'One row per household',
  member: 'One row per person',
  at: 'As of',
  clear: 'Show IDs, phones and accounts in clear',
  clearNote: 'This is recorded in the access log. Keep the exported file safe.',
  reason: 'Reason',
  start: 'Start',
}
export default exports
