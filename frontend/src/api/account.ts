/**
 * Login, me and my places: what every page needs, by short names. The generated query options of
 * all other routes need not be there before somebody has signed in.
 */
import { queryOptions } from '@tanstack/react-query'
import * as sdk from './gen/sdk.gen'
import type { Login, MeOut, PasswordChange, PlaceOut } from './gen/types.gen'

export type Me = MeOut
export type PlaceKind = PlaceOut['kind']

export const login = async (body: Login) => (await sdk.logIn({ body, throwOnError: true })).data
export const logout = () => sdk.logOut({ throwOnError: true })
export const changePassword = (body: PasswordChange) =>
  sdk.changePassword({ body, throwOnError: true })

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await sdk.readMe({ signal, throwOnError: true })).data,
  staleTime: 5 * 60_000,
})

export const hintsQuery = queryOptions({
  queryKey: ['login-hints'],
  queryFn: async ({ signal }) => (await sdk.readLoginHints({ signal, throwOnError: true })).data,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** The places of one's own area, parents before children. */
export const placesQuery = queryOptions({
  queryKey: ['places'],
  queryFn: async ({ signal }) => (await sdk.listPlaces({ signal, throwOnError: true })).data,
  select: ({ items }) => items,
  staleTime: 10 * 60_000,
})
