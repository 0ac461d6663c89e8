/** 工作台。 */
export default {
  morning: '{{name}}，上午好',
  afternoon: '{{name}}，下午好',
  evening: '{{name}}，晚上好',
  roles: '我的角色',
}
