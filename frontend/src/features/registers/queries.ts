/** Every register answers in one way, so that one page asks any of them by its slug. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { download } from '@/api/download'
import { listRegistersOptions } from '@/api/gen/@tanstack/react-query.gen'
import { client } from '@/api/gen/client.gen'
import type { VillageCountsOut } from '@/api/gen/types.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import type { DeclaredPage } from '@/ui/list/declared'
import type { RegisterSearch } from './search'

type Query = Readonly<Record<string, string | number | undefined>>
const BASE = '/api/v1/registers'

async function ask<T>(slug: string, rest: string, query: Query, signal: AbortSignal): Promise<T> {
  const url = `${BASE}/${encodeURIComponent(slug)}${rest}`
  const { data } = await client.get<{ 200: T }, unknown, true>({
    url,
    query,
    signal,
    throwOnError: true,
  })
  return data as T
}

export const registersQuery = (at: string | undefined, place: string | undefined) =>
  queryOptions({
    ...listRegistersOptions({ query: { ...(at && { at }), ...(place && { place }) } }),
    placeholderData: keepPreviousData,
  })

export const villagesQuery = (slug: string, at: string | undefined, place: string | undefined) =>
  queryOptions({
    queryKey: ['register-villages', slug, at ?? null, place ?? null],
    queryFn: ({ signal }) => ask<VillageCountsOut>(slug, '/villages', { at, place }, signal),
    placeholderData: (before, query) => (query?.queryKey[1] === slug ? before : undefined),
  })

export function rowsQuery(slug: string, search: RegisterSearch, place: string | undefined) {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, sort, at, which } = search
  const query = { page, page_size, sort, at, which, place }
  return queryOptions({
    queryKey: ['register-rows', slug, query],
    queryFn: ({ signal }) => ask<DeclaredPage>(slug, '', query, signal),
    placeholderData: (before, asked) => (asked?.queryKey[1] === slug ? before : undefined),
  })
}

/** The sheet of what is listed: the same place, day and people. */
export function sheet(slug: string, kind: 'csv' | 'xlsx', search: RegisterSearch, place?: string) {
  const { at, which } = search
  const asked = Object.entries({ at, which, place }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  )
  return download(`${BASE}/${encodeURIComponent(slug)}.${kind}?${new URLSearchParams(asked)}`)
}
