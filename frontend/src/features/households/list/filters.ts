import type { TFunction } from 'i18next'
import type { Filter } from '@/ui/list/filters'
import type { Fields } from '../fields'

const ABLE = ['yes', 'no', 'unknown'] as const
const CODED = [
  ['kind', 'household_kind'],
  ['state', 'poverty_state'],
  ['registration', 'registration'],
  ['cause', 'main_cause'],
] as const

export function listFilters(t: TFunction, fields: Fields): Filter[] {
  return [
    ...CODED.map(([key, slug]): Filter => {
      const { title, options } = fields.get(slug)
      return { key, label: title, kind: 'multi', options }
    }),
    {
      key: 'has_able',
      label: t('households.filters.has_able'),
      kind: 'choice',
      options: ABLE.map((value) => ({ value, label: t(`households.filters.able.${value}`) })),
    },
    { key: 'income_from_fen', label: t('households.filters.income_from'), kind: 'money' },
    { key: 'income_below_fen', label: t('households.filters.income_below'), kind: 'money' },
    { key: 'changed_since', label: t('households.filters.changed_since'), kind: 'day' },
    { key: 'at', label: t('households.filters.at'), kind: 'day' },
  ]
}
