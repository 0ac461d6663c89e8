import type { Messages } from '../zh-CN'

const reports: Messages['reports'] = {
  morning: 'Good morning, {{name}}',
  afternoon: 'Good afternoon, {{name}}',
  evening: 'Good evening, {{name}}',
  roles: 'My roles',
  waiting: 'Waiting for me',
  nothing: 'Nothing is waiting for you.',
  often: 'Often used',
  count: '{{n}} in all',
  kinds: {
    'import-questions': 'Roster: to be completed',
    'import-faults': 'Roster: to be corrected',
    'import-merge': 'Roster: to be merged',
    'fund-plan': 'Fund plan',
    'figure-revision': 'Policy figure',
    hamlets: 'Hamlets',
  },
  shortcuts: {
    imports: 'Import a roster',
    households: 'Households',
    registers: 'Registers',
    overview: 'Overview',
    parameters: 'Policy figures',
    fundPlans: 'Fund plans',
    users: 'Accounts',
    audit: 'Journal',
  },
}
export default reports
