/** 造册登记。 */
export default {
  title: '造册登记',
  one: '名册',
  find: '按名称或口径查找',
  name: '名册',
  count: '在册',
  unknown: '资料不足',
  unknownHelp: '登记的资料不够，无法判断是否列入',
  none: '没有符合的名册',
  which: '列出哪些人',
  in: '在册',
  csv: '导出 CSV',
  xlsx: '导出 Excel',
  empty: '没有符合口径的记录',
  unknownNote: '这些记录的资料不够判断是否列入名册。打开一户一档补填后，会自动列入或不列入。',
}
