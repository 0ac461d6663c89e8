/** What the pages ask of imports, what they change, and what must be asked anew after it. */
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { meQuery } from '@/api/account'
import { ApiError, idempotent, newKey } from '@/api/client'
import {
  getImportOptions,
  listImportFindingsOptions,
  listImportRecordsOptions,
  listImportRowsOptions,
  listImportsOptions,
} from '@/api/gen/@tanstack/react-query.gen'
import * as sdk from '@/api/gen/sdk.gen'
import type { CellUpdate, ImportDetail, ImportOut, MergeOptions } from '@/api/gen/types.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import type { BatchSearch, importsSearch } from './search'

type State = ImportOut['state']
export const isBusy = (state: State): boolean => state === 'uploaded' || state === 'reading'
export const isOpen = (state: State): boolean => state !== 'merged' && state !== 'discarded'
export const isReviewed = (state: State): boolean =>
  state === 'checked' || state === 'partly-merged'

const POLL_MS = 1000
const SOON_MS = 3000
export const GRID_PAGE = 20

export const importsQuery = (search: ReturnType<typeof importsSearch>) => {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, state } = search
  return queryOptions({
    ...listImportsOptions({ query: { page, page_size, ...(state && { state }) } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data?.items.some((batch) => isBusy(batch.state)) ? SOON_MS : false,
  })
}

export const batchQuery = (id: string) =>
  queryOptions({
    ...getImportOptions({ path: { batch_id: id } }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && isBusy(data.state) ? POLL_MS : false),
  })

export const findingsQuery = (id: string, search: BatchSearch) => {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, severity, rule, sheet } = search
  const narrowed = {
    ...(severity && { severity }),
    ...(rule && { rule }),
    ...(sheet !== undefined && { sheet }),
  }
  return queryOptions({
    ...listImportFindingsOptions({
      path: { batch_id: id },
      query: { page, page_size, ...narrowed },
    }),
    placeholderData: keepPreviousData,
  })
}

export const recordsQuery = (id: string, action: BatchSearch['action'], search: BatchSearch) => {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE } = search
  return queryOptions({
    ...listImportRecordsOptions({
      path: { batch_id: id },
      query: { page, page_size, ...(action && { action }) },
    }),
    placeholderData: keepPreviousData,
  })
}

export const rowsQuery = (id: string, sheet: number, search: BatchSearch) => {
  const { page = 1, page_size = GRID_PAGE, severity, rule } = search
  return queryOptions({
    ...listImportRowsOptions({
      path: { batch_id: id },
      query: { sheet, page, page_size, ...(severity && { severity }), ...(rule && { rule }) },
    }),
    placeholderData: keepPreviousData,
  })
}

const PARTS = ['listImportFindings', 'listImportRecords', 'listImportRows', 'listImports']

/** After a step everything of the batch is asked again. */
export function askAgain(client: QueryClient): Promise<void> {
  const stale = [...PARTS, 'getImport']
  return client.invalidateQueries({
    predicate: ({ queryKey: [first] }) => {
      const name = (first as { _id?: string } | undefined)?._id
      return name !== undefined && stale.includes(name)
    },
  })
}

/** One command, one effect: a key is used again only while nobody knows whether it arrived. */
function useKey() {
  const key = useRef(newKey())
  const renew = (error?: unknown) => {
    if (!(error instanceof ApiError) || error.status > 0) key.current = newKey()
  }
  return { key, renew }
}

export interface Upload {
  file: File
  document?: string
  poverty_state?: string
  year?: number
}

/** A new batch, or with `again` a corrected workbook in the batch's place. */
export function useUpload(onDone: (batch: ImportOut) => void, again?: string) {
  const client = useQueryClient()
  const { key, renew } = useKey()
  return useMutation({
    mutationFn: async ({ file, ...options }: Upload): Promise<ImportOut> => {
      const common = { headers: idempotent(key.current), throwOnError: true } as const
      const { data } = again
        ? await sdk.uploadImportAgain({ path: { batch_id: again }, body: { file }, ...common })
        : await sdk.uploadImport({ body: { file, ...options }, ...common })
      return data
    },
    onSuccess: async (batch) => {
      renew()
      await askAgain(client)
      onDone(batch)
    },
    onError: renew,
  })
}

export function useMerge(id: string, onDone: () => void) {
  const client = useQueryClient()
  const { key, renew } = useKey()
  return useMutation({
    mutationFn: async (body: MergeOptions) => {
      const { data } = await sdk.mergeImport({
        path: { batch_id: id },
        body,
        headers: idempotent(key.current),
        throwOnError: true,
      })
      return data
    },
    // Households came: every list, register and figure is asked anew.
    onSuccess: () => {
      renew()
      onDone()
      return client.invalidateQueries()
    },
    onError: (error) => {
      renew(error)
      return askAgain(client)
    },
  })
}

/** A step without a text of its own: the answer is thrown away, the batch is asked again. */
export function useStep<T>(step: (value: T) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSuccess: async () => {
      await askAgain(client)
      onDone?.()
    },
  })
}

export const discard = (id: string) =>
  sdk.discardImport({ path: { batch_id: id }, throwOnError: true })

export const mapColumns = (id: string, mapping: Record<string, string | null>) =>
  sdk.mapImportColumns({ path: { batch_id: id }, body: { mapping }, throwOnError: true })

export const setDay = (id: string, filled_on: string) =>
  sdk.setImportDate({ path: { batch_id: id }, body: { filled_on }, throwOnError: true })

export const correctCell = (id: string, row_no: number, body: CellUpdate) =>
  sdk.correctImportCell({ path: { batch_id: id, row_no }, body, throwOnError: true })

/** The day the workbook speaks of; its registers are looked at as of that day. */
export function rosterDay({ sheets, asked_on }: ImportDetail): string | undefined {
  const days = sheets.flatMap(({ filled_on }) => filled_on ?? [])
  return days.sort().at(-1) ?? asked_on ?? undefined
}

export function useMay(permission: string): boolean {
  const { data: me } = useSuspenseQuery(meQuery)
  return me.permissions.includes(permission)
}
