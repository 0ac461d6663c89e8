/** Login and me. Written by hand until the generated client covers them. */
import { queryOptions } from '@tanstack/react-query'
import { sessionFetch } from './client'

export interface LoginAnswer {
  access_token: string
  token_type: string
  expires_in: number
  must_change_password: boolean
}
export interface PlaceRef {
  id: string
  name: string
  kind: PlaceKind
}
export interface Me {
  id: string
  username: string
  name: string
  roles: { role: string; title: string; place: { id: string; name: string; path: string } }[]
  permissions: string[]
  place: PlaceRef
  today: string
  must_change_password: boolean
}
export type PlaceKind = 'county' | 'town' | 'village' | 'hamlet'
export interface PlaceRow extends PlaceRef {
  parent_id: string | null
  code: string | null
  path: string
}
export interface Hints {
  demo: boolean
  accounts: { username: string; role_title: string; place_name: string }[]
}

async function ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const response = await sessionFetch(`/api/v1${path}`, {
    method,
    credentials: 'same-origin',
    ...(body && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return (response.status === 204 ? undefined : await response.json()) as T
}

export const login = (body: { username: string; password: string }) =>
  ask<LoginAnswer>('POST', '/auth/login', body)
export const logout = () => ask<void>('POST', '/auth/logout')
export const changePassword = (body: { current: string; new: string }) =>
  ask<void>('POST', '/auth/password', body)

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => ask<Me>('GET', '/me'),
  staleTime: 5 * 60_000,
})
export const hintsQuery = queryOptions({
  queryKey: ['hints'],
  queryFn: () => ask<Hints>('GET', '/auth/hints'),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})
export const placesQuery = queryOptions({
  queryKey: ['places'],
  queryFn: () => ask<{ items: PlaceRow[] }>('GET', '/places').then((page) => page.items),
  staleTime: 10 * 60_000,
})
