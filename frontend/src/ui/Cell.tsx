/** One renderer per kind of fact. A new kind does not compile until it has one. */
import type { ReactNode } from 'react'
import i18n from '@/lib/i18n'
import { count, fenToYuan, percentOfBp } from '@/lib/money'

export type Kind =
  | 'text'
  | 'count'
  | 'flag'
  | 'choice'
  | 'multi'
  | 'money'
  | 'percent'
  | 'date'
  | 'area'
  | 'masked'
export type Value = string | number | boolean | readonly string[] | null

/** What the API says of a column. */
export interface Fact {
  kind: Kind
  unit?: string | null
  choices?: Readonly<Record<string, string>> | null
}
type Render = (value: NonNullable<Value>, fact: Fact) => ReactNode

const word = (code: string, { choices }: Fact) => choices?.[code] ?? code
const number = (text: string) => <span className="num">{text}</span>

const CELLS: Record<Kind, Render> = {
  text: (value) => String(value),
  count: (value, { unit }) => number(`${count(Number(value))}${unit ?? ''}`),
  flag: (value) => i18n.t(value ? 'ui.yes' : 'ui.no'),
  choice: (value, fact) => word(String(value), fact),
  multi: (value, fact) =>
    (value as readonly string[]).map((code) => word(code, fact)).join(i18n.t('ui.comma')),
  money: (value) => number(fenToYuan(value as number | string)),
  percent: (value) => number(typeof value === 'number' ? percentOfBp(value) : `${value}%`),
  date: (value) => number(String(value)),
  area: (value, { unit }) => number(`${value} ${unit ?? '㎡'}`),
  masked: (value) => <span className="mono">{String(value)}</span>,
}

/** Numbers stand right so that digits line up. */
export const isNumber = (kind: Kind): boolean =>
  kind === 'count' || kind === 'money' || kind === 'percent' || kind === 'area'

export function Cell({ fact, value }: { fact: Fact; value: Value | undefined }) {
  if (value === null || value === undefined || value === '')
    return (
      <span
        className="sub"
        title={i18n.t('ui.unknown')}
        aria-label={i18n.t('ui.unknown')}
        role="img"
      >
        —
      </span>
    )
  return <>{CELLS[fact.kind](value, fact)}</>
}
