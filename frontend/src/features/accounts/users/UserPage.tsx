import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { instant } from '@/lib/dates'
import { useNamePage } from '@/lib/pageName'
import { Card } from '@/ui/Card'
import { Cell } from '@/ui/Cell'
import { Copyable } from '@/ui/Copyable'
import { Descriptions } from '@/ui/Descriptions'
import { PageHead } from '@/ui/PageHead'
import { type User, userQuery } from '../queries'
import { useMay } from '../words'
import { Neighbours } from './Neighbours'
import { Posts } from './Posts'
import { State } from './State'
import { UserActs } from './UserActs'
import '../accounts.css'

/** One account: who it is, what it may do where, and what can be done about it. */
export function UserPage() {
  const { t } = useTranslation()
  const { userId } = useParams({ from: '/shell/users/$userId' })
  const { data: user } = useSuspenseQuery(userQuery(userId))
  const { data: me } = useSuspenseQuery(meQuery)
  const mayManage = useMay('users:manage')
  const mayAudit = useMay('journal:read')
  useNamePage(user.username)
  const own = me.id === user.id
  return (
    <>
      <PageHead
        title={user.name}
        actions={
          <div className="row">
            <Neighbours id={user.id} />
            {mayManage ? <UserActs key={user.id} user={user} own={own} /> : null}
          </div>
        }
      >
        <State user={user} />
        {own ? <span className="sub">{t('accounts.users.own')}</span> : null}
      </PageHead>
      <Card
        title={t('accounts.users.facts')}
        extra={
          mayAudit ? (
            <Link to="/audit" search={{ subject: 'account', subject_id: user.id }}>
              {t('accounts.users.log')}
            </Link>
          ) : null
        }
      >
        <Facts user={user} />
      </Card>
      <Card title={t('accounts.columns.roles')}>
        <Posts user={user} />
      </Card>
    </>
  )
}

const day = { kind: 'date' } as const

function Facts({ user }: { user: User }) {
  const { t } = useTranslation()
  const must = user.must_change_password
  const moment = (at: string | null) => <Cell fact={day} value={at ? instant(at) : null} />
  const said = {
    username: <Copyable text={user.username} label={t('front.username')} />,
    password: t(must ? 'accounts.passwordOneTime' : 'accounts.passwordOwn'),
    lastLogin: moment(user.last_login_at),
    made: moment(user.made_at),
    changed: moment(user.changed_at),
    demo: t(user.is_demo ? 'ui.yes' : 'ui.no'),
  }
  return (
    <Descriptions
      items={[
        { key: 'username', label: t('front.username'), value: said.username },
        { key: 'password', label: t('accounts.columns.password'), value: said.password },
        { key: 'login', label: t('accounts.columns.lastLogin'), value: said.lastLogin },
        { key: 'made', label: t('accounts.columns.made'), value: said.made },
        { key: 'changed', label: t('accounts.columns.changed'), value: said.changed },
        { key: 'demo', label: t('accounts.columns.demo'), value: said.demo },
      ]}
    />
  )
}
