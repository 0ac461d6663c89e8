/** What the pages ask of the registry, and what must be asked anew after a change. */
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { meQuery } from '@/api/account'
import { type Tagged, tagged } from '@/api/client'
import {
  getCodeTableOptions,
  listHouseholdEventsOptions,
  listHouseholdFieldsOptions,
  listHouseholdHistoryOptions,
  listHouseholdsOptions,
} from '@/api/gen/@tanstack/react-query.gen'
import * as sdk from '@/api/gen/sdk.gen'
import type { HouseholdDetail, HouseholdSaved, SearchHit } from '@/api/gen/types.gen'
import { type HouseholdSearch, toQuery } from './search'

export type Household = Tagged<HouseholdDetail>
export const MOST_HITS = 50

export const fieldsQuery = queryOptions({
  ...listHouseholdFieldsOptions(),
  staleTime: Number.POSITIVE_INFINITY,
})
export const tableQuery = (slug: string) =>
  queryOptions({
    ...getCodeTableOptions({ path: { slug } }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const listQuery = (search: HouseholdSearch, place: string | undefined) =>
  queryOptions({
    ...listHouseholdsOptions({ query: toQuery(search, place) }),
    placeholderData: keepPreviousData,
    select: ({ items, total }) => ({ items, total: total ?? 0 }),
  })

/** The text goes in the body and the answer is not kept: both may name a person. */
export const foundQuery = (text: string, place: string | undefined) =>
  queryOptions({
    queryKey: ['found-households', text, place ?? null],
    gcTime: 0,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }): Promise<SearchHit[]> => {
      const body = { text, limit: MOST_HITS, ...(place && { place }) }
      const { data } = await sdk.searchHouseholds({ body, signal, throwOnError: true })
      return data.items
    },
  })

const householdKey = (id: string, at?: string) => ['household', id, at ?? null] as const
export const householdQuery = (id: string, at?: string) =>
  queryOptions({
    queryKey: householdKey(id, at),
    queryFn: ({ signal }): Promise<Household> =>
      tagged(
        sdk.getHousehold({
          path: { household_id: id },
          query: at ? { at } : {},
          signal,
          throwOnError: true,
        }),
      ),
  })
export const historyQuery = (id: string) =>
  queryOptions(listHouseholdHistoryOptions({ path: { household_id: id } }))
export const eventsQuery = (id: string) =>
  queryOptions(listHouseholdEventsOptions({ path: { household_id: id } }))

export const warningsKey = (id: string) => ['household-warnings', id] as const

/** The answer of a change is the record as it stands; lists and logs are asked again. */
export function keepSaved(client: QueryClient, saved: Tagged<HouseholdSaved>): void {
  client.setQueryData(householdKey(saved.id), saved)
  client.setQueryData(warningsKey(saved.id), saved.warnings)
  const stale = ['listHouseholds', 'listHouseholdHistory', 'listHouseholdEvents']
  void client.invalidateQueries({
    predicate: ({ queryKey: [first] }) => {
      const name = (first as { _id?: string } | undefined)?._id
      return name !== undefined && stale.includes(name)
    },
  })
  void client.invalidateQueries({
    predicate: ({ queryKey: [kind, id, at] }) =>
      kind === 'household' && id === saved.id && at !== null,
  })
}

export function useMay(permission: string): boolean {
  const { data: me } = useSuspenseQuery(meQuery)
  return me.permissions.includes(permission)
}
