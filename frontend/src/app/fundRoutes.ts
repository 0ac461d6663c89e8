/** The part of the route table about money: plans of how it is spread. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { fundPlanSearch, fundPlansSearch } from '@/features/funds/search'
import { shell } from './frame'

const under = { getParentRoute: () => shell } as const

export const fundRoutes = [
  createRoute({
    ...under,
    path: '/fund-plans',
    staticData: { title: 'funds.title', group: 'funds', permission: 'fund-plans:read' },
    validateSearch: fundPlansSearch,
    component: lazyRouteComponent(
      () => import('@/features/funds/FundPlanListPage'),
      'FundPlanListPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/fund-plans/$planId',
    staticData: { title: 'funds.one', permission: 'fund-plans:read', parent: '/fund-plans' },
    validateSearch: fundPlanSearch,
    component: lazyRouteComponent(() => import('@/features/funds/FundPlanPage'), 'FundPlanPage'),
  }),
] as const
