import { Outlet, useMatches, useRouteContext } from '@tanstack/react-router'
import { App } from 'antd'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '@/lib/remembered'
import { Loading } from '@/ui/Loading'
import { Forbidden } from '../pages/Forbidden'
import { may, useTrail } from '../table'
import { Crumbs } from './Crumbs'
import { Side } from './Side'
import { TopBar } from './TopBar'
import './shell.css'

function useBrowserTitle() {
  const { t } = useTranslation()
  const title = useTrail().at(-1)?.title
  useEffect(() => {
    document.title = title ? `${t(title)} · ${t('app.name')}` : t('app.title')
  }, [t, title])
}

export function Shell() {
  const { t } = useTranslation()
  const { me } = useRouteContext({ from: '/shell' })
  const permission = useMatches({ select: (all) => all.at(-1)?.staticData.permission })
  const [folded, setFolded] = useRemembered('menu-folded', false)
  useBrowserTitle()
  return (
    <App className={folded ? 'shell folded' : 'shell'} message={{ maxCount: 3 }}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Side me={me} folded={folded} onFold={setFolded} />
      <TopBar me={me} />
      <main id="main" className="page" tabIndex={-1}>
        <Crumbs />
        <Suspense fallback={<Loading />}>
          {may(me, permission) ? <Outlet /> : <Forbidden />}
        </Suspense>
      </main>
    </App>
  )
}
