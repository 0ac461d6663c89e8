import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Popover } from 'antd'
import { useState } from 'react'
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
  const [open, setOpen] = useState(false)
  const [role] = me.roles
  const acts = [
    { key: 'password', text: t('app.changePassword'), act: () => navigate({ to: '/password' }) },
    { key: 'shortcuts', text: t('app.shortcuts.title'), act: onShortcuts },
    { key: 'logout', text: t('app.logout'), act: leave },
  ]
  const choices = (
    <ul className="plain me-menu">
      {acts.map(({ key, text, act }) => (
        <li key={key}>
          <Button
            type="text"
            block
            onClick={() => {
              setOpen(false)
              void act()
            }}
          >
            {text}
          </Button>
        </li>
      ))}
    </ul>
  )
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={choices}
    >
      <Button type="text" className="me" aria-expanded={open} title={t('app.me')}>
        <span className="me-mark" aria-hidden>
          {me.name.slice(0, 1)}
        </span>
        {me.name}
        {role ? <span className="sub">{role.title}</span> : null}
      </Button>
    </Popover>
  )
}
