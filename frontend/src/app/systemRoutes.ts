/** The part of the route table about accounts, logs and jobs. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { clientSearch, userSearch } from '@/features/accounts/search'
import { jobSearch } from '@/features/jobs/search'
import { journalSearch } from '@/features/journal/search'
import { shell } from './frame'

const under = { getParentRoute: () => shell } as const
const users = { permission: 'users:manage', parent: '/users' } as const
const clients = { permission: 'clients:manage', parent: '/clients' } as const

export const jobs = createRoute({
  ...under,
  path: '/jobs',
  // Reached from the top bar, where it stands on every page.
  staticData: { title: 'jobs.title', permission: 'jobs:read', parent: '/' },
  validateSearch: jobSearch,
  component: lazyRouteComponent(() => import('@/features/jobs/JobsPage'), 'JobsPage'),
})

export const systemRoutes = [
  createRoute({
    ...under,
    path: '/users',
    staticData: { title: 'accounts.users.title', group: 'system', permission: 'users:read' },
    validateSearch: userSearch,
    component: lazyRouteComponent(
      () => import('@/features/accounts/users/UserListPage'),
      'UserListPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/users/new',
    staticData: { title: 'accounts.users.create', ...users },
    component: lazyRouteComponent(
      () => import('@/features/accounts/users/NewUserPage'),
      'NewUserPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/users/$userId',
    staticData: { title: 'accounts.users.one', permission: 'users:read', parent: '/users' },
    component: lazyRouteComponent(() => import('@/features/accounts/users/UserPage'), 'UserPage'),
  }),
  createRoute({
    ...under,
    path: '/users/$userId/edit',
    staticData: { title: 'accounts.users.editPage', ...users },
    component: lazyRouteComponent(
      () => import('@/features/accounts/users/EditUserPage'),
      'EditUserPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/roles',
    staticData: { title: 'accounts.roles.title', group: 'system', permission: 'users:read' },
    component: lazyRouteComponent(() => import('@/features/accounts/RolesPage'), 'RolesPage'),
  }),
  createRoute({
    ...under,
    path: '/clients',
    staticData: { title: 'accounts.clients.title', group: 'system', permission: 'clients:manage' },
    validateSearch: clientSearch,
    component: lazyRouteComponent(
      () => import('@/features/accounts/clients/ClientListPage'),
      'ClientListPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/clients/new',
    staticData: { title: 'accounts.clients.create', ...clients },
    component: lazyRouteComponent(
      () => import('@/features/accounts/clients/NewClientPage'),
      'NewClientPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/clients/$clientId',
    staticData: { title: 'accounts.clients.one', ...clients },
    component: lazyRouteComponent(
      () => import('@/features/accounts/clients/ClientPage'),
      'ClientPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/clients/$clientId/edit',
    staticData: { title: 'accounts.clients.editPage', ...clients },
    component: lazyRouteComponent(
      () => import('@/features/accounts/clients/EditClientPage'),
      'EditClientPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/audit',
    staticData: { title: 'journal.titles.journal', group: 'system', permission: 'journal:read' },
    validateSearch: journalSearch,
    component: lazyRouteComponent(() => import('@/features/journal/JournalPage'), 'JournalPage'),
  }),
  createRoute({
    ...under,
    path: '/audit/proof',
    staticData: { title: 'journal.proof.title', permission: 'journal:read', parent: '/audit' },
    component: lazyRouteComponent(() => import('@/features/journal/ProofPage'), 'ProofPage'),
  }),
  createRoute({
    ...under,
    path: '/access-log',
    staticData: { title: 'journal.titles.access', group: 'system', permission: 'access-log:read' },
    validateSearch: journalSearch,
    component: lazyRouteComponent(() => import('@/features/journal/AccessPage'), 'AccessPage'),
  }),
] as const
