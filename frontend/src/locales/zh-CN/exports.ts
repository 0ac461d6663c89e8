/** 导出扶贫对象。 */
export default {
  button: '导出',
  title: '导出扶贫对象',
  what: '生成 Excel。证件、电话、账号默认遮盖。',
  subject: '内容',
  household: '按户',
  member: '按人',
  at: '截止日',
  clear: '不遮盖证件、电话、账号',
  clearNote: '将记入查阅日志。请妥善保管导出的文件。',
  reason: '事由',
  start: '开始导出',
}
