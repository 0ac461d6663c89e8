import type { Messages } from '../zh-CN'

const reports: Messages['reports'] = {
  morning: 'Good morning, {{name}}',
  afternoon: 'Good afternoon, {{name}}',
  evening: 'Good evening, {{name}}',
  roles: 'My roles',
}
export default reports
