/**
 * A list's state lives in its address. Readers never throw: a stale or hand-edited address falls
 * back field by field. What names a person is searched by POST and must not be put in here.
 */
import { isDay } from './dates'

export type Reader<T> = (raw: unknown) => T | undefined

export const oneOf =
  <T extends string>(values: readonly T[]): Reader<T> =>
  (raw) =>
    values.find((value) => value === String(raw))

export const manyOf =
  <T extends string>(values: readonly T[]): Reader<T[]> =>
  (raw) => {
    const asked = [raw].flat().map(String)
    const known = values.filter((value) => asked.includes(value))
    return known.length ? known : undefined
  }

/** Codes whose list only the server knows; it answers 422 to a wrong one. */
export const codes: Reader<string[]> = (raw) => {
  const some = [raw].flat().flatMap((code) => {
    const text = typeof code === 'number' ? String(code) : code
    return typeof text === 'string' && text !== '' && text.length <= 60 ? [text] : []
  })
  return some.length ? some.slice(0, 50) : undefined
}
export const code: Reader<string> = (raw) => codes(raw)?.[0]
/** A column whose name only the server knows, with `-` before it for descending. */
export const columnSort: Reader<string> = (raw) =>
  typeof raw === 'string' && /^-?[a-z][a-z0-9_]{0,59}$/.test(raw) ? raw : undefined
export const day: Reader<string> = (raw) => (isDay(raw) ? raw : undefined)
export const flag: Reader<boolean> = (raw) =>
  raw === true || raw === 'true' ? true : raw === false || raw === 'false' ? false : undefined
export const whole =
  (least: number, most: number): Reader<number> =>
  (raw) => {
    const number = Number(raw)
    const fits = raw !== '' && raw !== null && Number.isInteger(number)
    return fits && number >= least && number <= most ? number : undefined
  }

export interface ListSearch {
  page?: number
  page_size?: number
  sort?: string
}
type Readers = Record<string, Reader<unknown>>
type Read<R extends Readers> = { [K in keyof R]?: R[K] extends Reader<infer T> ? T : never }

export const PAGE_SIZES = [20, 50, 100, 200] as const
export const DEFAULT_PAGE_SIZE = 50

/** `validateSearch` of a list: paging, sort by the given columns, and the list's own filters. */
export function listSearch<R extends Readers>(sorts: readonly string[], filters: R) {
  const readers: Readers = {
    page: whole(1, 1_000_000),
    page_size: whole(1, 200),
    sort: oneOf(sorts.flatMap((column) => [column, `-${column}`])),
    ...filters,
  }
  return (raw: Record<string, unknown>): ListSearch & Read<R> =>
    Object.fromEntries(
      Object.entries(readers).flatMap(([key, read]) => {
        const value = raw[key] === undefined ? undefined : read(raw[key])
        return value === undefined ? [] : [[key, value]]
      }),
    ) as ListSearch & Read<R>
}

/** Ascending, descending, then the list's own order again. */
export function nextSort(now: string | undefined, column: string): string | undefined {
  if (now === column) return `-${column}`
  return now === `-${column}` ? undefined : column
}
