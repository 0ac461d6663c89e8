/** The addresses of the lists of accounts and machine clients. */
import type { Role } from '@/api/gen/types.gen'
import { code, flag, listSearch, oneOf, type Reader } from '@/lib/urlState'

export const SORTS = ['username', 'name', 'made_at', 'last_login_at'] as const
export const STATES = ['active', 'locked', 'disabled'] as const

export const userSearch = listSearch(SORTS, {
  // The roles are the server's; it answers 422 to one that is none.
  role: code as Reader<Role>,
  state: oneOf(STATES),
  must_change_password: flag,
})
export type UserSearch = ReturnType<typeof userSearch>

export const clientSearch = listSearch([], { is_disabled: flag })
export type ClientSearch = ReturnType<typeof clientSearch>
