import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { useWorkPlaceId } from '@/lib/workPlace'
import { LinkButton } from '@/ui/LinkButton'
import { DataList } from '@/ui/list/DataList'
import { PageHead } from '@/ui/PageHead'
import { memory } from '../memory'
import { rolesQuery, usersQuery } from '../queries'
import { useMay, useRoleTitle } from '../words'
import { userColumns } from './columns'
import { userFilters } from './filters'

const idOf = ({ id }: UserOut) => id

/** Every account with a post in one's area. What is typed to find somebody stays off the address. */
export function UserListPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/users' })
  const navigate = useNavigate()
  const [text, setText] = useState(memory.text)
  const place = useWorkPlaceId()
  const query = useQuery(usersQuery(search, place, text))
  const { data: roles } = useQuery(rolesQuery)
  const titleOf = useRoleTitle()
  const mayManage = useMay('users:manage')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `titleOf` changes with the roles.
  const columns = useMemo(() => userColumns(t, titleOf), [t, roles])
  const open = ({ id }: UserOut) => {
    Object.assign(memory, { rows: query.data?.items.map(idOf) ?? [], row: id })
    void navigate({ to: '/users/$userId', params: { userId: id } })
  }
  const onSearch = (patch: Record<string, unknown>) =>
    void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as never })
  const find = (next: string) => {
    memory.text = next
    setText(next)
    if (search.page) onSearch({ page: undefined })
  }
  const create = (
    <LinkButton to="/users/new" type="primary" icon={<PlusOutlined />}>
      {t('accounts.users.create')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('accounts.users.title')} actions={mayManage ? create : null}>
        <span className="sub num" role="status">
          {query.data ? t('ui.list.total', { n: count(query.data.total) }) : null}
        </span>
      </PageHead>
      <DataList
        id="users"
        label={t('accounts.users.title')}
        columns={columns}
        rowId={idOf}
        query={query}
        search={search}
        onSearch={onSearch}
        filters={userFilters(t, roles?.items ?? [], titleOf)}
        box={{ label: t('accounts.users.find'), value: text, onSearch: find }}
        onOpen={open}
        startAt={memory.row}
      />
    </>
  )
}
