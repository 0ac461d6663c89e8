/** Actions, subjects and fields in words; the codes stay behind the screen. */
import i18n, { type TextKey } from '@/lib/i18n'

const said = (key: string): string | undefined =>
  i18n.exists(key) ? i18n.t(key as TextKey) : undefined

export const SUBJECTS = [
  'account',
  'client',
  'household',
  'member',
  'import',
  'fund-plan',
  'figure-revision',
  'attachment',
  'place',
] as const

export const subjectWord = (subject: string): string =>
  said(`journal.subjects.${subject}`) ?? i18n.t('journal.subjects.other')

/** "account.reset-password" → "重置密码"; one not listed is told by its summary alone. */
export const actionWord = (action: string): string => {
  const [, verb = ''] = action.split('.')
  return said(`journal.actions.${verb}`) ?? i18n.t('journal.actions.other')
}

export const fieldWord = (key: string): string | undefined => said(`journal.fields.${key}`)
export const codeWord = (key: string, value: string): string | undefined =>
  said(`journal.values.${key}.${value}`)
