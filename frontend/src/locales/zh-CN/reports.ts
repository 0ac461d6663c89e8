/** 工作台。 */
export default {
  morning: '{{name}}，上午好',
  afternoon: '{{name}}，下午好',
  evening: '{{name}}，晚上好',
  roles: '我的角色',
  waiting: '等我办理',
  nothing: '没有等您办理的事项。',
  often: '常用',
  count: '共{{n}}件',
  kinds: {
    'import-questions': '花名册待补充',
    'import-faults': '花名册待改正',
    'import-merge': '花名册待入库',
    'fund-plan': '资金计划',
    'figure-revision': '政策参数',
    hamlets: '自然村',
  },
  shortcuts: {
    imports: '导入花名册',
    households: '扶贫对象',
    registers: '造册登记',
    overview: '总体情况',
    parameters: '政策参数',
    fundPlans: '资金计划',
    users: '账号',
    audit: '操作日志',
  },
}
