/** What the logs ask of the server. Entries never change, only more come. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { readAuditHeadOptions } from '@/api/gen/@tanstack/react-query.gen'
import * as sdk from '@/api/gen/sdk.gen'
import type { EntryPage, ListAuditData, UserOut } from '@/api/gen/types.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import type { JournalSearch } from './search'

type Query = NonNullable<ListAuditData['query']>
export type Log = 'journal' | 'access'
const CALLS = { journal: sdk.listAudit, access: sdk.listAccess } as const

export function queryOf(search: JournalSearch, path: string | undefined): Query {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, from, to, ...rest } = search
  const { actor_id, action, subject, subject_id } = rest
  return {
    page,
    page_size,
    ...(from && { from }),
    ...(to && { to }),
    ...(actor_id && { actor_id }),
    ...(action && { action }),
    ...(subject && { subject }),
    ...(subject_id && { subject_id }),
    ...(path && { place_path: path }),
  }
}

export const entriesQuery = (log: Log, search: JournalSearch, path: string | undefined) => {
  const query = queryOf(search, path)
  return queryOptions({
    queryKey: ['entries', log, query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<EntryPage> =>
      (await CALLS[log]({ query, signal, throwOnError: true })).data,
  })
}

export const headQuery = queryOptions({ ...readAuditHeadOptions(), staleTime: 0 })

const PAGE = 200
const MOST_PAGES = 10

/** Everybody who may have done something, to choose from. */
export const actorsQuery = queryOptions({
  queryKey: ['actors'],
  staleTime: 300_000,
  queryFn: async ({ signal }): Promise<UserOut[]> => {
    const all: UserOut[] = []
    for (let page = 1; page <= MOST_PAGES; page++) {
      const query = { page, page_size: PAGE, sort: 'name' as const }
      const { data } = await sdk.listUsers({ query, signal, throwOnError: true })
      all.push(...data.items)
      if (all.length >= data.total) break
    }
    return all
  },
})
