/** What the pages ask of accounts, roles and machine clients, and what is stale after a change. */
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { type Tagged, tagged } from '@/api/client'
import { listRolesOptions } from '@/api/gen/@tanstack/react-query.gen'
import * as sdk from '@/api/gen/sdk.gen'
import type { ClientOut, ClientPage, ListUsersData, UserOut, UserPage } from '@/api/gen/types.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import type { ClientSearch, UserSearch } from './search'

export type User = Tagged<UserOut>
export type Client = Tagged<ClientOut>

export const rolesQuery = queryOptions({
  ...listRolesOptions(),
  staleTime: Number.POSITIVE_INFINITY,
})

type UserQuery = NonNullable<ListUsersData['query']>

export function userQueryOf(search: UserSearch, place: string | undefined): UserQuery {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, role, state, must_change_password } = search
  return {
    page,
    page_size,
    ...(search.sort && { sort: search.sort as UserQuery['sort'] }),
    ...(role && { role }),
    ...(state && { state }),
    ...(must_change_password !== undefined && { must_change_password }),
    ...(place && { place_id: place }),
  }
}

/** A text may name a person: it goes in a body, and its answer is not kept. */
export const usersQuery = (search: UserSearch, place: string | undefined, text: string) => {
  const query = userQueryOf(search, place)
  return queryOptions({
    queryKey: ['users', query, text],
    gcTime: text ? 0 : 300_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<UserPage> => {
      const call = text
        ? sdk.searchUsers({ body: { ...query, text }, signal, throwOnError: true })
        : sdk.listUsers({ query, signal, throwOnError: true })
      return (await call).data
    },
  })
}

const userKey = (id: string) => ['user', id] as const
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: userKey(id),
    queryFn: ({ signal }): Promise<User> =>
      tagged(sdk.getUser({ path: { user_id: id }, signal, throwOnError: true })),
  })

export const clientsQuery = ({
  page = 1,
  page_size = DEFAULT_PAGE_SIZE,
  ...rest
}: ClientSearch) => {
  const { is_disabled } = rest
  const query = { page, page_size, ...(is_disabled !== undefined && { is_disabled }) }
  return queryOptions({
    queryKey: ['clients', query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<ClientPage> =>
      (await sdk.listClients({ query, signal, throwOnError: true })).data,
  })
}

const clientKey = (id: string) => ['client', id] as const
export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: clientKey(id),
    queryFn: ({ signal }): Promise<Client> =>
      tagged(sdk.getClient({ path: { client_id: id }, signal, throwOnError: true })),
  })

/** The answer of a change is the record as it stands; a secret in it is handed on, not kept. */
export function useKeep() {
  const queries = useQueryClient()
  return {
    user: ({ one_time_password: _shown, ...user }: User & { one_time_password?: string }) => {
      queries.setQueryData(userKey(user.id), user)
      void queries.invalidateQueries({ queryKey: ['users'] })
    },
    client: ({ client_secret: _shown, ...client }: Client & { client_secret?: string | null }) => {
      queries.setQueryData(clientKey(client.client_id), client)
      void queries.invalidateQueries({ queryKey: ['clients'] })
    },
  }
}
