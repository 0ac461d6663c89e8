import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageName } from '@/lib/pageName'
import { useTrail } from '../table'

/** Only where there is something above: a list needs no crumbs. */
export function Crumbs() {
  const { t } = useTranslation()
  const trail = useTrail()
  const name = usePageName()
  const here = trail.at(-1)
  if (!here || trail.length < 2) return null
  return (
    <nav className="crumbs" aria-label={t('app.crumbs')}>
      {trail.slice(0, -1).map((page) => (
        <span key={page.path}>
          <Link to={page.path as '/'}>{t(page.title)}</Link>
          <span aria-hidden> / </span>
        </span>
      ))}
      <span aria-current="page">{name ?? t(here.title)}</span>
    </nav>
  )
}
