import type { Messages } from '../zh-CN'

const ui: Messages['ui'] = {
  loading: 'Loading',
  retry: 'Retry',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'OK',
  unknown: 'Not recorded',
  yes: 'Yes',
  no: 'No',
  problem: {
    network: 'No connection to the server. Check the network and retry.',
    unexpected: 'The page failed. Retry; if it fails again, tell an administrator.',
    status: {
      s401: 'Your session has ended, please sign in again.',
      s403: 'Your role lacks this permission. If your work needs it, ask an administrator.',
      s404: 'Record not found; it may lie outside your place of work.',
      s409: 'In conflict with something in progress, try again shortly.',
      s412: 'Somebody else has changed this record. Compare before saving.',
      s413: 'File or content too large, please split it.',
      s422: 'Some entries need changes, see the marked fields.',
      s429: 'Too many requests, wait a moment and retry.',
      s500: 'The server failed. Retry later, or tell an administrator the reference.',
      s503: 'The server is busy, retry later.',
    },
    requestId: 'Reference {{id}}',
  },
}
export default ui
