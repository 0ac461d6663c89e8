import type { TFunction } from 'i18next'
import type { EntryOut, UserOut } from '@/api/gen/types.gen'
import type { Filter, Option } from '@/ui/list/filters'
import type { Log } from './queries'
import { SUBJECTS, subjectWord } from './words'

/** Those with an account, and whoever else stands on the page: the system, machine clients. */
export function actorOptions(users: readonly UserOut[], shown: readonly EntryOut[]): Option[] {
  const known = new Map(shown.map(({ actor_id, actor_name }) => [actor_id, actor_name]))
  for (const { id, name, username } of users) known.set(id, `${name}（${username}）`)
  return [...known].map(([value, label]) => ({ value, label }))
}

export function entryFilters(t: TFunction, log: Log, actors: Option[], subjectId?: string) {
  const subjects = log === 'access' ? SUBJECTS.filter((one) => READ.includes(one)) : SUBJECTS
  const filters: Filter[] = [
    { key: 'from', label: t('journal.columns.fromDay'), kind: 'day' },
    { key: 'to', label: t('journal.columns.toDay'), kind: 'day' },
    {
      key: 'actor_id',
      label: t(log === 'access' ? 'journal.columns.reader' : 'journal.columns.actor'),
      kind: 'choice',
      options: actors,
    },
    {
      key: 'subject',
      label: t('journal.columns.subject'),
      kind: 'choice',
      options: subjects.map((value) => ({ value, label: subjectWord(value) })),
    },
  ]
  if (log === 'journal')
    filters.push({
      key: 'action',
      label: t('journal.columns.action'),
      kind: 'choice',
      options: ACTIONS.map((value) => ({ value, label: actionLabel(t, value) })),
    })
  // Reached by a link from a record; there is nothing to choose from.
  if (subjectId)
    filters.push({
      key: 'subject_id',
      label: t('journal.columns.one'),
      kind: 'choice',
      options: [{ value: subjectId, label: t('journal.thisOne') }],
    })
  return filters
}

const READ: readonly string[] = ['household', 'member', 'attachment', 'import']

const ACTIONS = [
  'account.login',
  'account.login-failed',
  'account.create',
  'account.update',
  'account.disable',
  'account.reset-password',
  'account.password-changed',
  'client.create',
  'client.token',
  'client.token-refused',
  'household.make',
  'household.change',
  'household.change-head',
  'member.add',
  'member.change',
  'member.leave',
  'import.upload',
  'import.merge',
  'import.correct',
  'attachment.upload',
] as const

function actionLabel(t: TFunction, action: (typeof ACTIONS)[number]): string {
  const [subject = '', verb = ''] = action.split('.')
  return `${subjectWord(subject)} · ${t(`journal.actions.${verb}` as 'journal.actions.other')}`
}
