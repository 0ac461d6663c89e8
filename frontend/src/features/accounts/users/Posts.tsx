import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { May } from '../May'
import { rolesQuery, type User } from '../queries'
import { useRoleTitle } from '../words'

/** Which posts somebody holds where, and what each lets them do. */
export function Posts({ user }: { user: User }) {
  const { t } = useTranslation()
  const { data: catalogue } = useSuspenseQuery(rolesQuery)
  const titleOf = useRoleTitle()
  const may = (role: string) => catalogue.items.find((one) => one.role === role)?.permissions ?? []
  return (
    <table className="roles">
      <thead>
        <tr>
          <th scope="col">{t('accounts.columns.role')}</th>
          <th scope="col">{t('accounts.columns.place')}</th>
          <th scope="col">{t('accounts.roles.may')}</th>
        </tr>
      </thead>
      <tbody>
        {user.roles.map(({ role, place }) => (
          <tr key={`${role}${place.id}`}>
            <th scope="row">{titleOf(role)}</th>
            <td>{place.name}</td>
            <td>
              <May permissions={may(role)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
