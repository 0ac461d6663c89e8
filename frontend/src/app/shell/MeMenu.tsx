import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { logout, type Me } from '@/api/account'
import { session } from '@/api/session'

function useLogout() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    // Even when the server cannot be told, this browser forgets the token.
    await logout().catch(() => undefined)
    await navigate({ to: '/login', search: {} })
    session.end()
    queries.clear()
  }
}

export function MeMenu({ me, onShortcuts }: { me: Me; onShortcuts: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const leave = useLogout()
  const [role] = me.roles
  const items = [
    { key: 'password', label: t('app.changePassword') },
    { key: 'shortcuts', label: t('app.shortcuts.title'), extra: '?' },
    { key: 'logout', label: t('app.logout') },
  ]
  const onClick = ({ key }: { key: string }) => {
    if (key === 'password') void navigate({ to: '/password' })
    else if (key === 'shortcuts') onShortcuts()
    else void leave()
  }
  return (
    <Dropdown menu={{ items, onClick }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="me" aria-haspopup="menu" title={t('app.me')}>
        <span className="me-mark" aria-hidden>
          {me.name.slice(0, 1)}
        </span>
        {me.name}
        {role ? <span className="sub">{role.title}</span> : null}
      </Button>
    </Dropdown>
  )
}
