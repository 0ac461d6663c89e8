import { createRouter } from '@tanstack/react-router'
import { session } from '@/api/session'
import type { TextKey } from '@/lib/i18n'
import type { MenuGroup } from './groups'
import { queryClient } from './query'
import { routeTree } from './routes'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    title?: TextKey
    /** In the menu under this heading; without it the page is reached from others. */
    group?: MenuGroup
    /** The permission the page needs; several: any of them. */
    permission?: string | readonly string[]
    /** The page one came from, for the crumbs. */
    parent?: string
  }
}

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 400,
  scrollRestoration: false,
})

// A session that ended elsewhere or ran out brings back the login page, then this very page.
session.onEnd(() => {
  queryClient.clear()
  const { href, pathname } = router.state.location
  if (pathname !== '/login')
    void router.navigate({ to: '/login', search: { next: href, ended: true } })
})
