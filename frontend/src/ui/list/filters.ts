/** A filter of a list: how it is asked, and how its chip reads. Its value lives in the address. */
import { fenToYuan } from '@/lib/money'

interface Base {
  key: string
  label: string
}
export interface Option {
  value: string
  label: string
}
export type Filter = Base &
  (
    | { kind: 'choice' | 'multi'; options: readonly Option[] }
    | { kind: 'flag' }
    | { kind: 'day' }
    | { kind: 'text' }
    | { kind: 'money' }
  )

export type FilterValues = Readonly<Record<string, unknown>>

export const isSet = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length)

export interface Chip {
  key: string
  label: string
  text: string
  /** The filter's value once this chip is gone. */
  rest: unknown
}

const nameOf = (options: readonly Option[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value

interface Words {
  yes: string
  no: string
}

function textOf(filter: Filter, value: unknown, words: Words): string {
  if (filter.kind === 'choice' || filter.kind === 'multi')
    return nameOf(filter.options, String(value))
  if (filter.kind === 'flag') return value ? words.yes : words.no
  if (filter.kind === 'money') return fenToYuan(Number(value))
  return String(value)
}

/** One chip a value, so that each can be taken off alone. */
export function chipsOf(filters: readonly Filter[], values: FilterValues, words: Words): Chip[] {
  return filters.flatMap((filter) => {
    const value = values[filter.key]
    const each = isSet(value) ? [value].flat() : []
    return each.map((one): Chip => {
      const others = each.filter((other) => other !== one)
      return {
        key: filter.key,
        label: filter.label,
        text: textOf(filter, one, words),
        rest: others.length ? others : undefined,
      }
    })
  })
}
