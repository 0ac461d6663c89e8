import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { PageHead } from '@/ui/PageHead'

const GREETINGS = ['reports.morning', 'reports.afternoon', 'reports.evening'] as const
const greeting = (hour: number) => GREETINGS[hour < 12 ? 0 : hour < 18 ? 1 : 2]

/** My desk. What waits for me is added by the packages that know it. */
export function DeskPage() {
  const { t } = useTranslation()
  const { data: me } = useSuspenseQuery(meQuery)
  return (
    <>
      <PageHead title={t(greeting(new Date().getHours()) ?? 'reports.morning', { name: me.name })}>
        <span className="sub num">{me.today}</span>
      </PageHead>
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
