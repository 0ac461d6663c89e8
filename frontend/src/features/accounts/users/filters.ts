import type { TFunction } from 'i18next'
import type { RoleOut } from '@/api/gen/types.gen'
import type { Filter } from '@/ui/list/filters'
import { STATES } from '../search'

export const userFilters = (
  t: TFunction,
  roles: readonly RoleOut[],
  titleOf: (role: string) => string,
): Filter[] => [
  {
    key: 'role',
    label: t('accounts.columns.role'),
    kind: 'choice',
    options: roles.map(({ role }) => ({ value: role, label: titleOf(role) })),
  },
  {
    key: 'state',
    label: t('accounts.columns.state'),
    kind: 'choice',
    options: STATES.map((state) => ({ value: state, label: t(`accounts.states.${state}`) })),
  },
  { key: 'must_change_password', label: t('accounts.passwordOneTime'), kind: 'flag' },
]
