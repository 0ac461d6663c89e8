import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { ClientOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Cell } from '@/ui/Cell'
import type { GridColumn } from '@/ui/grid/columns'
import { byNoun, nounWord } from '../words'
import { State } from './State'

const text = { kind: 'text' } as const
const day = { kind: 'date' } as const
const at = (value: string | null) => <Cell fact={day} value={value ? instant(value) : null} />

export const clientColumns = (t: TFunction): GridColumn<ClientOut>[] => [
  {
    id: 'name',
    title: t('accounts.clients.name'),
    width: 200,
    pinned: true,
    cell: ({ client_id, name }) => (
      <Link to="/clients/$clientId" params={{ clientId: client_id }}>
        <b>{name}</b>
      </Link>
    ),
  },
  {
    id: 'state',
    title: t('accounts.columns.state'),
    width: 90,
    cell: ({ is_disabled }) => <State disabled={is_disabled} />,
  },
  {
    id: 'place',
    title: t('accounts.clients.place'),
    width: 180,
    cell: ({ place }) => place.name,
  },
  {
    id: 'scopes',
    title: t('accounts.clients.scopes'),
    width: 260,
    cell: ({ scopes }) =>
      byNoun(scopes)
        .map(({ noun }) => nounWord(noun))
        .join(t('ui.comma')),
  },
  {
    id: 'authentication',
    title: t('accounts.clients.authentication'),
    width: 120,
    cell: ({ authentication }) => t(`accounts.clients.by.${authentication}`),
  },
  {
    id: 'last_token_at',
    title: t('accounts.clients.lastToken'),
    width: 150,
    cell: ({ last_token_at }) => at(last_token_at),
  },
  {
    id: 'secret_set_at',
    title: t('accounts.clients.secretSet'),
    width: 150,
    cell: ({ secret_set_at }) => at(secret_set_at),
  },
  {
    id: 'previous_until',
    title: t('accounts.clients.previousUntil'),
    width: 150,
    cell: ({ previous_until }) => at(previous_until),
  },
  {
    id: 'purpose',
    title: t('accounts.clients.purpose'),
    width: 240,
    cell: ({ purpose }) => <Cell fact={text} value={purpose} />,
  },
]
