/**
 * The one route table: a page's address, title, place in the menu, permission and code.
 * Menu, browser title, access and crumbs all follow from it.
 */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { householdSearch, recordSearch } from '@/features/households/search'
import { batchSearch, importsSearch } from '@/features/imports/search'
import { placesSearch } from '@/features/places/search'
import { figureRoutes } from './figureRoutes'
import { requireSession, root, shell } from './frame'
import { fundRoutes } from './fundRoutes'
import { jobs, systemRoutes } from './systemRoutes'

const under = { getParentRoute: () => shell } as const

const desk = createRoute({
  ...under,
  path: '/',
  staticData: { title: 'app.pages.desk', group: 'desk' },
  component: lazyRouteComponent(() => import('@/features/reports/DeskPage'), 'DeskPage'),
})

const households = createRoute({
  ...under,
  path: '/households',
  staticData: { title: 'households.title', group: 'people', permission: 'households:read' },
  validateSearch: householdSearch,
  component: lazyRouteComponent(
    () => import('@/features/households/HouseholdListPage'),
    'HouseholdListPage',
  ),
})

const newHousehold = createRoute({
  ...under,
  path: '/households/new',
  staticData: {
    title: 'households.create',
    permission: 'households:write',
    parent: '/households',
  },
  component: lazyRouteComponent(
    () => import('@/features/households/NewHouseholdPage'),
    'NewHouseholdPage',
  ),
})

const household = createRoute({
  ...under,
  path: '/households/$id',
  staticData: { title: 'households.record', permission: 'households:read', parent: '/households' },
  validateSearch: recordSearch,
  component: lazyRouteComponent(
    () => import('@/features/households/HouseholdPage'),
    'HouseholdPage',
  ),
})

const imports = createRoute({
  ...under,
  path: '/imports',
  staticData: { title: 'imports.title', group: 'people', permission: 'imports:read' },
  validateSearch: importsSearch,
  component: lazyRouteComponent(() => import('@/features/imports/ImportsPage'), 'ImportsPage'),
})

const batch = createRoute({
  ...under,
  path: '/imports/$batchId',
  staticData: { title: 'imports.one', permission: 'imports:read', parent: '/imports' },
  validateSearch: batchSearch,
  component: lazyRouteComponent(() => import('@/features/imports/BatchPage'), 'BatchPage'),
})

const places = createRoute({
  ...under,
  path: '/places',
  staticData: { title: 'places.title', group: 'people', permission: 'places:manage' },
  validateSearch: placesSearch,
  component: lazyRouteComponent(() => import('@/features/places/PlacesPage'), 'PlacesPage'),
})

const notFound = createRoute({
  ...under,
  path: '$',
  staticData: { title: 'app.pages.notFound' },
  component: lazyRouteComponent(() => import('./pages/NotFound'), 'NotFound'),
})

interface LoginSearch {
  next?: string
  ended?: boolean
}
/** Only an address of ours is a place to go on to. */
const loginSearch = ({ next, ended }: Record<string, unknown>): LoginSearch => ({
  ...(typeof next === 'string' && /^\/(?![/\\])/.test(next) && { next }),
  ...(ended === true && { ended }),
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  staticData: { title: 'app.pages.login' },
  validateSearch: loginSearch,
  component: lazyRouteComponent(() => import('@/features/accounts/LoginPage'), 'LoginPage'),
})

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  staticData: { title: 'app.pages.password' },
  beforeLoad: ({ location }) => requireSession(location.href),
  component: lazyRouteComponent(() => import('@/features/accounts/PasswordPage'), 'PasswordPage'),
})

export const routeTree = root.addChildren([
  login,
  password,
  // The order here is the order in the menu.
  shell.addChildren([
    desk,
    jobs,
    households,
    newHousehold,
    household,
    imports,
    batch,
    places,
    ...figureRoutes,
    ...fundRoutes,
    ...systemRoutes,
    notFound,
  ]),
])
