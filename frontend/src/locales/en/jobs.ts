import type { Messages } from '../zh-CN'

const jobs: Messages['jobs'] = {
  title: 'Jobs',
  what: 'Jobs go on when you leave the page; come back whenever you like',
  one: 'Job',
  running: 'Running now',
  count: '{{n}} running',
  none: 'No jobs. Longer work such as importing a roster or an export is listed here.',
  failed: 'The job did not finish. Submit it again; if it fails again, tell an administrator.',
  again: 'Go to its page',
  columns: {
    title: 'Job',
    state: 'State',
    progress: 'Progress',
    result: 'Result',
    error: 'What failed and what to do',
    made: 'Submitted',
    started: 'Started',
    ended: 'Ended',
  },
}
export default jobs
