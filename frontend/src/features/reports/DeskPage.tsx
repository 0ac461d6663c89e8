import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { Card } from '@/ui/Card'
import { LinkButton } from '@/ui/LinkButton'
import { PageHead } from '@/ui/PageHead'
import { DeskTasks } from './DeskTasks'

const GREETINGS = ['reports.morning', 'reports.afternoon', 'reports.evening'] as const
const greeting = (hour: number) => GREETINGS[hour < 12 ? 0 : hour < 18 ? 1 : 2]

/** What one comes for most, each only for those who may. */
const SHORTCUTS = [
  { to: '/imports', text: 'reports.shortcuts.imports', permission: 'imports:read' },
  { to: '/households', text: 'reports.shortcuts.households', permission: 'households:read' },
  { to: '/registers', text: 'reports.shortcuts.registers', permission: 'registers:read' },
  { to: '/overview', text: 'reports.shortcuts.overview', permission: 'indicators:read' },
  { to: '/parameters', text: 'reports.shortcuts.parameters', permission: 'parameters:read' },
  { to: '/fund-plans', text: 'reports.shortcuts.fundPlans', permission: 'fund-plans:read' },
  { to: '/users', text: 'reports.shortcuts.users', permission: 'users:read' },
  { to: '/audit', text: 'reports.shortcuts.audit', permission: 'journal:read' },
] as const

/** My desk: what waits for me, where I go most, and who I am here. */
export function DeskPage() {
  const { t } = useTranslation()
  const { data: me } = useSuspenseQuery(meQuery)
  const mine = SHORTCUTS.filter(({ permission }) => me.permissions.includes(permission))
  return (
    <>
      <PageHead title={t(greeting(new Date().getHours()) ?? 'reports.morning', { name: me.name })}>
        <span className="sub num">{me.today}</span>
      </PageHead>
      <Card title={t('reports.waiting')}>
        <DeskTasks />
      </Card>
      <section className="surface panel">
        <h2>{t('reports.often')}</h2>
        <div className="row">
          {mine.map(({ to, text }) => (
            <LinkButton key={to} to={to}>
              {t(text)}
            </LinkButton>
          ))}
        </div>
      </section>
      <section className="surface panel">
        <h2>{t('reports.roles')}</h2>
        <ul className="plain">
          {me.roles.map(({ role, title, place }) => (
            <li key={`${role}${place.id}`}>
              {title} · {place.name}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
