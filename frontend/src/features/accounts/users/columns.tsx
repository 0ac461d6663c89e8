import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { UserOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Cell } from '@/ui/Cell'
import type { GridColumn } from '@/ui/grid/columns'
import { State } from './State'

const day = { kind: 'date' } as const
const at = (value: string | null) => <Cell fact={day} value={value ? instant(value) : null} />

export function userColumns(
  t: TFunction,
  titleOf: (role: string) => string,
): GridColumn<UserOut>[] {
  return [
    {
      id: 'name',
      title: t('accounts.columns.name'),
      width: 120,
      pinned: true,
      sortable: true,
      cell: ({ id, name }) => (
        <Link to="/users/$userId" params={{ userId: id }}>
          <b>{name}</b>
        </Link>
      ),
    },
    {
      id: 'username',
      title: t('front.username'),
      width: 190,
      sortable: true,
      cell: ({ username }) => <span className="mono">{username}</span>,
    },
    {
      id: 'state',
      title: t('accounts.columns.state'),
      width: 110,
      cell: (user) => <State user={{ ...user, locked_until: null }} />,
    },
    {
      id: 'roles',
      title: t('accounts.columns.roles'),
      width: 320,
      cell: ({ roles }) =>
        roles
          .map(({ role, title, place }) => `${titleOf(role) || title} · ${place.name}`)
          .join(t('ui.comma')),
    },
    {
      id: 'must_change_password',
      title: t('accounts.columns.password'),
      width: 130,
      cell: ({ must_change_password: must }) => (
        <span className={must ? undefined : 'sub'}>
          {t(must ? 'accounts.passwordOneTime' : 'accounts.passwordOwn')}
        </span>
      ),
    },
    {
      id: 'last_login_at',
      title: t('accounts.columns.lastLogin'),
      width: 150,
      sortable: true,
      cell: ({ last_login_at }) => at(last_login_at),
    },
    {
      id: 'made_at',
      title: t('accounts.columns.made'),
      width: 150,
      sortable: true,
      cell: ({ made_at }) => at(made_at),
    },
    {
      id: 'is_demo',
      title: t('accounts.columns.demo'),
      width: 100,
      hidden: true,
      cell: ({ is_demo }) => t(is_demo ? 'ui.yes' : 'ui.no'),
    },
  ]
}
