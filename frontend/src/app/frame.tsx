/** The routes that hold pages: the root, and the shell that only people who signed in see. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { meQuery } from '@/api/account'
import { session } from '@/api/session'
import { loadWords } from '@/lib/i18n'
import { RouteError } from './pages/RouteError'

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: RouteError,
})

/** The place of work, chosen once, rides along in every address. */
const placeSearch = (search: Record<string, unknown>): { place?: string } =>
  typeof search.place === 'string' && search.place ? { place: search.place } : {}

/** Signed in already, or still known by the cookie; else off to the login page and back. */
export async function requireSession(href: string): Promise<void> {
  if (session.token || (await session.refresh())) return
  throw redirect({ to: '/login', search: { next: href } })
}

export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  validateSearch: placeSearch,
  search: { middlewares: [retainSearchParams(['place'])] },
  beforeLoad: async ({ context, location }) => {
    await requireSession(location.href)
    const [me] = await Promise.all([context.queryClient.ensureQueryData(meQuery), loadWords()])
    if (me.must_change_password) throw redirect({ to: '/password' })
    return { me }
  },
  component: lazyRouteComponent(() => import('./shell/Shell'), 'Shell'),
  errorComponent: RouteError,
})
