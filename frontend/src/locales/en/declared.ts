import type { Messages } from '../zh-CN'

const declared: Messages['declared'] = {
  asOf: 'As of',
  past: 'Not today',
  today: 'Back to today',
  definition: 'Counts',
  clause: 'Clause',
  who: 'Kept by',
  inUnit: '{{title}} ({{unit}})',
  unknown: 'Cannot tell',
  village: 'Village',
  villages: 'By village',
  people: '{{n}} people',
  households: '{{n}} households',
  total: 'Total',
  only: 'Only {{name}}',
  drop: 'All villages, not only {{name}}',
  hideVillages: 'Hide villages',
  showVillages: 'Villages',
}
export default declared
