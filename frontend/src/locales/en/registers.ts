import type { Messages } from '../zh-CN'

const registers: Messages['registers'] = {
  title: 'Registers',
  one: 'Register',
  find: 'Find by title or definition',
  name: 'Register',
  count: 'On it',
  unknown: 'Cannot tell',
  unknownHelp: 'The record is too thin to say whether they belong',
  none: 'No such register',
  which: 'Who is listed',
  in: 'On the register',
  csv: 'Export CSV',
  xlsx: 'Export Excel',
  empty: 'Nobody fits the definition',
  unknownNote:
    'These records are too thin to tell. Open the household and fill in what is missing: they are then listed or not by themselves.',
}
export default registers
