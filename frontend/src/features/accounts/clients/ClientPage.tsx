import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { instant } from '@/lib/dates'
import { useNamePage } from '@/lib/pageName'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Copyable } from '@/ui/Copyable'
import { Descriptions } from '@/ui/Descriptions'
import { PageHead } from '@/ui/PageHead'
import { May } from '../May'
import { type Client, clientQuery } from '../queries'
import { ClientActs } from './ClientActs'
import { State } from './State'
import { Usage } from './Usage'
import '../accounts.css'

/** One machine client: what it may do, how it says who it is, and how it is used. */
export function ClientPage() {
  const { t } = useTranslation()
  const { clientId } = useParams({ from: '/shell/clients/$clientId' })
  const { data: client } = useSuspenseQuery(clientQuery(clientId))
  useNamePage(client.name)
  return (
    <>
      <PageHead title={client.name} actions={<ClientActs client={client} />}>
        <State disabled={client.is_disabled} />
      </PageHead>
      <Card title={t('accounts.clients.facts')}>
        <Facts client={client} />
      </Card>
      <Card title={t('accounts.clients.scopes')}>
        <May permissions={client.scopes} />
      </Card>
      <Card title={t('accounts.clients.usage')}>
        <Usage client={client} />
      </Card>
    </>
  )
}

const text = { kind: 'text' } as const
const day = { kind: 'date' } as const

function Facts({ client }: { client: Client }) {
  const { t } = useTranslation()
  const id = t('accounts.clients.id')
  const moment = (at: string | null) => <Cell fact={day} value={at ? instant(at) : null} />
  return (
    <Descriptions
      items={[
        {
          key: 'id',
          label: id,
          value: <Copyable text={client.client_id} label={id} />,
          wide: true,
        },
        {
          key: 'purpose',
          label: t('accounts.clients.purpose'),
          value: <Cell fact={text} value={client.purpose} />,
          wide: true,
        },
        { key: 'place', label: t('accounts.clients.place'), value: client.place.name },
        {
          key: 'authentication',
          label: t('accounts.clients.authentication'),
          value: t(`accounts.clients.by.${client.authentication}`),
        },
        {
          key: 'secret',
          label: t('accounts.clients.secretSet'),
          value: moment(client.secret_set_at),
        },
        {
          key: 'until',
          label: t('accounts.clients.previousUntil'),
          value: moment(client.previous_until),
        },
        {
          key: 'token',
          label: t('accounts.clients.lastToken'),
          value: moment(client.last_token_at),
        },
        { key: 'made', label: t('accounts.columns.made'), value: moment(client.made_at) },
      ]}
    />
  )
}
