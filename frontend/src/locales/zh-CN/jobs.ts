/** 后台任务。 */
export default {
  title: '后台任务',
  what: '离开页面后任务继续进行，可随时回来查看',
  one: '任务详情',
  running: '正在进行',
  count: '{{n}} 项任务进行中',
  none: '没有后台任务。导入花名册、导出等较长的工作会列在这里。',
  failed: '任务没有完成，请重新提交；仍然失败请联系系统管理员。',
  again: '到办理页面',
  columns: {
    title: '任务',
    state: '状态',
    progress: '进度',
    result: '结果文件',
    error: '失败原因和办法',
    made: '提交时间',
    started: '开始时间',
    ended: '结束时间',
  },
}
