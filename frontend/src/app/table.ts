/** Reads the route table back from the router: what there is, what one may use, where one is. */
import { useMatches, useRouter } from '@tanstack/react-router'
import type { Me } from '@/api/account'
import type { TextKey } from '@/lib/i18n'
import { GROUPS, type MenuGroup } from './groups'

export interface Page {
  path: string
  title: TextKey
  group?: MenuGroup
  permission?: string | readonly string[]
  parent?: string
}

export function may(me: Me, permission: Page['permission']): boolean {
  if (!permission) return true
  return [permission].flat().some((wanted) => me.permissions.includes(wanted))
}

export function usePages(): Page[] {
  const router = useRouter()
  return Object.values(router.routesById).flatMap((route) => {
    const { title, ...facts } = route.options.staticData ?? {}
    return title ? [{ path: route.fullPath, title, ...facts }] : []
  })
}

export function useMenu(me: Me): { group: MenuGroup; pages: Page[] }[] {
  const pages = usePages().filter((page) => page.group && may(me, page.permission))
  return GROUPS.map((group) => ({
    group,
    pages: pages.filter((page) => page.group === group),
  })).filter(({ pages: some }) => some.length > 0)
}

/** The page on screen and those it hangs under, outermost first. */
export function useTrail(): Page[] {
  const pages = usePages()
  const here = useMatches({ select: (matches) => matches.at(-1)?.fullPath })
  const trail: Page[] = []
  let page = pages.find(({ path }) => path === here)
  while (page && !trail.includes(page)) {
    trail.unshift(page)
    const { parent } = page
    page = pages.find(({ path }) => path === parent)
  }
  return trail
}
