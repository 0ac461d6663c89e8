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
  | 'decimal'
  | 'area'
  | 'masked'
export type Value = string | number | boolean | readonly string[] | null

/** What the API says of a column. Codes of a multiple choice come as `,01,04,`. */
export interface Fact {
  kind: Kind
  unit?: string | null
  choices?: Readonly<Record<string, string>> | null
}
type Render = (value: NonNullable<Value>, fact: Fact) => ReactNode

const word = (code: string, { choices }: Fact) => choices?.[code] ?? code
const number = (text: string) => <span className="num">{text}</span>
const codesOf = (value: NonNullable<Value>): readonly string[] =>
  typeof value === 'object' ? value : String(value).split(',').filter(Boolean)
const hundredths = (value: NonNullable<Value>) =>
  fenToYuan(value as number | string).replace(/\.?0+$/, '')

const CELLS: Record<Kind, Render> = {
  text: (value) => String(value),
  count: (value, { unit }) => number(`${count(Number(value))}${unit ?? ''}`),
  flag: (value) => i18n.t(value ? 'ui.yes' : 'ui.no'),
  choice: (value, fact) => word(String(value), fact),
  multi: (value, fact) =>
    codesOf(value)
      .map((code) => word(code, fact))
      .join(i18n.t('ui.comma')),
  money: (value) => number(fenToYuan(value as number | string)),
  percent: (value) => number(typeof value === 'number' ? percentOfBp(value) : `${value}%`),
  date: (value) => number(String(value)),
  decimal: (value, { unit }) => number(`${hundredths(value)}${unit ?? ''}`),
  area: (value, { unit }) => number(`${value} ${unit ?? '㎡'}`),
  masked: (value) => <span className="mono">{String(value)}</span>,
}

/** Numbers stand right so that digits line up. */
export const isNumber = (kind: Kind): boolean =>
  ['count', 'money', 'percent', 'decimal', 'area'].includes(kind)

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
