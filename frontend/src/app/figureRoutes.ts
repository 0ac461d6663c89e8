/** The part of the route table about where we stand: figures, registers, parameters. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { figuresSearch } from '@/features/figures/search'
import { indicatorSearch } from '@/features/indicators/search'
import { registerSearch, registersSearch } from '@/features/registers/search'
import { shell } from './frame'

const under = { getParentRoute: () => shell } as const

export const figureRoutes = [
  createRoute({
    ...under,
    path: '/overview',
    staticData: { title: 'indicators.title', group: 'overview', permission: 'indicators:read' },
    component: lazyRouteComponent(
      () => import('@/features/indicators/OverviewPage'),
      'OverviewPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/indicators/$slug',
    staticData: { title: 'indicators.one', permission: 'indicators:read', parent: '/overview' },
    validateSearch: indicatorSearch,
    component: lazyRouteComponent(
      () => import('@/features/indicators/IndicatorPage'),
      'IndicatorPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/registers',
    staticData: { title: 'registers.title', group: 'registers', permission: 'registers:read' },
    validateSearch: registersSearch,
    component: lazyRouteComponent(
      () => import('@/features/registers/RegistersPage'),
      'RegistersPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/registers/$slug',
    staticData: { title: 'registers.one', permission: 'registers:read', parent: '/registers' },
    validateSearch: registerSearch,
    component: lazyRouteComponent(
      () => import('@/features/registers/RegisterPage'),
      'RegisterPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/parameters',
    staticData: { title: 'figures.title', group: 'overview', permission: 'parameters:read' },
    validateSearch: figuresSearch,
    component: lazyRouteComponent(
      () => import('@/features/figures/ParametersPage'),
      'ParametersPage',
    ),
  }),
  createRoute({
    ...under,
    path: '/parameters/$slug',
    staticData: { title: 'figures.one', permission: 'parameters:read', parent: '/parameters' },
    validateSearch: figuresSearch,
    component: lazyRouteComponent(
      () => import('@/features/figures/ParameterPage'),
      'ParameterPage',
    ),
  }),
] as const
