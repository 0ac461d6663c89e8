/** Login, me and my places: what every page needs, by short names. */
import { queryOptions } from '@tanstack/react-query'
import {
  listPlacesOptions,
  readLoginHintsOptions,
  readMeOptions,
} from './gen/@tanstack/react-query.gen'
import * as sdk from './gen/sdk.gen'
import type { Login, MeOut, PasswordChange, PlaceOut } from './gen/types.gen'

export type Me = MeOut
export type PlaceKind = PlaceOut['kind']

export const login = async (body: Login) => (await sdk.logIn({ body, throwOnError: true })).data
export const logout = () => sdk.logOut({ throwOnError: true })
export const changePassword = (body: PasswordChange) =>
  sdk.changePassword({ body, throwOnError: true })

export const meQuery = queryOptions({ ...readMeOptions(), staleTime: 5 * 60_000 })

export const hintsQuery = queryOptions({
  ...readLoginHintsOptions(),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** The places of one's own area, parents before children. */
export const placesQuery = queryOptions({
  ...listPlacesOptions(),
  select: ({ items }) => items,
  staleTime: 10 * 60_000,
})
