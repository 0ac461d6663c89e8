import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '@/ui/Card'
import { PageHead } from '@/ui/PageHead'
import { May } from './May'
import { rolesQuery } from './queries'
import { useRoleTitle } from './words'
import './accounts.css'

/** Every role there is, where it may stand and what it may do: the policy's own declaration. */
export function RolesPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('accounts.roles.title')} />
      <Card title={t('accounts.roles.what')} rows={12}>
        <Roles />
      </Card>
    </>
  )
}

function Roles() {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(rolesQuery)
  const titleOf = useRoleTitle()
  return (
    <table className="roles">
      <thead>
        <tr>
          <th scope="col">{t('accounts.roles.role')}</th>
          <th scope="col">{t('accounts.roles.level')}</th>
          <th scope="col">{t('accounts.roles.may')}</th>
        </tr>
      </thead>
      <tbody>
        {data.items.map(({ role, levels, permissions, is_administrator }) => (
          <tr key={role}>
            <th scope="row">
              <Link to="/users" search={{ role }} title={t('accounts.roles.holders')}>
                {titleOf(role)}
              </Link>
              {is_administrator ? (
                <div>
                  <Tag title={t('accounts.roles.apart')}>{t('accounts.roles.administrator')}</Tag>
                </div>
              ) : null}
            </th>
            <td>{levels.map((level) => t(`accounts.levels.${level}`)).join(t('ui.comma'))}</td>
            <td>
              <May permissions={permissions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
