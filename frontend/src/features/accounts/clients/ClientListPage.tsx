import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { Empty } from '@/ui/Empty'
import { LinkButton } from '@/ui/LinkButton'
import { DataList } from '@/ui/list/DataList'
import type { Filter } from '@/ui/list/filters'
import { PageHead } from '@/ui/PageHead'
import { clientsQuery } from '../queries'
import { clientColumns } from './columns'

const idOf = ({ client_id }: ClientOut) => client_id

/** The programs that may call, each within its place and its scopes. */
export function ClientListPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/clients' })
  const navigate = useNavigate()
  const query = useQuery(clientsQuery(search))
  const columns = useMemo(() => clientColumns(t), [t])
  const filters: Filter[] = [
    { key: 'is_disabled', label: t('accounts.states.disabled'), kind: 'flag' },
  ]
  const create = (
    <LinkButton to="/clients/new" type="primary" icon={<PlusOutlined />}>
      {t('accounts.clients.create')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('accounts.clients.title')} actions={create}>
        <span className="sub num" role="status">
          {query.data ? t('ui.list.total', { n: count(query.data.total) }) : null}
        </span>
      </PageHead>
      <DataList
        id="clients"
        label={t('accounts.clients.title')}
        columns={columns}
        rowId={idOf}
        query={query}
        search={search}
        onSearch={(patch) =>
          void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as never })
        }
        filters={filters}
        onOpen={({ client_id }) =>
          void navigate({ to: '/clients/$clientId', params: { clientId: client_id } })
        }
        empty={<Empty text={t('accounts.clients.none')}>{create}</Empty>}
      />
    </>
  )
}
