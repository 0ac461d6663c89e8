/** Columns of a list that the API declares: title, kind, unit and codes all come from there. */
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { ColumnOut } from '@/api/gen/types.gen'
import { Cell, type Fact, isNumber, type Kind, type Value } from '../Cell'
import type { GridColumn } from '../grid/columns'

/** A row of a register or behind a figure: the columns by slug, and the household it opens. */
export type DeclaredRow = Readonly<Record<string, Value>> & { id: string; household_id: string }
/** Words of tables too large to declare: those on the page, by column and code. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>
export interface DeclaredPage {
  at: string
  items: readonly DeclaredRow[]
  words: Words
  total: number
}

const WIDTHS: Partial<Record<Kind, number>> = {
  text: 152,
  count: 84,
  flag: 84,
  date: 112,
  money: 128,
}
const NAME = 100
const PER_CHARACTER = 14
const ROOM = 42
const WIDEST = 190

/** A year is a number nobody groups by thousands. */
const kindOf = ({ kind, slug }: ColumnOut): Kind =>
  slug.endsWith('_year') ? 'text' : (kind as Kind)

const factOf = (column: ColumnOut, words: Words, english: boolean): Fact => ({
  kind: kindOf(column),
  unit: column.kind === 'money' ? '' : column.unit,
  choices: (english && column.choices_en) || column.choices || words[column.slug] || null,
})

function titleOf({ kind, title, unit }: ColumnOut, t: TFunction): string {
  return kind === 'money' ? t('declared.inUnit', { title, unit: unit || t('ui.yuan') }) : title
}

/** Wide enough for the title and for the longest word a code has. */
function widthOf(title: string, { choices, kind }: Fact, isName: boolean): number {
  const longest = Math.max(0, ...Object.values(choices ?? {}).map((word) => word.length))
  const words = kind === 'choice' ? longest * PER_CHARACTER + ROOM / 2 : 0
  const own = isName ? NAME : (WIDTHS[kind] ?? 0)
  return Math.max(own, Math.min(WIDEST, Math.max(words, title.length * PER_CHARACTER + ROOM)))
}

/** The record a row opens: of a member the household with that very person unfolded. */
export const recordOf = (of: string, { id, household_id }: DeclaredRow, at: string | undefined) =>
  ({
    to: '/households/$id',
    params: { id: household_id },
    search: { ...(of === 'member' && { tab: 'members' as const, member: id }), ...(at && { at }) },
  }) as const

/** The name of whom the row is about stays in sight: the last of the person's words up front. */
const FRONT = 8
const subjectOf = (columns: readonly ColumnOut[]) =>
  columns.slice(0, FRONT).findLast(({ is_personal, kind }) => is_personal && kind === 'text')?.slug

export function declaredColumns(
  t: TFunction,
  columns: readonly ColumnOut[],
  words: Words,
  english: boolean,
  /** Makes the name a link to the record, where one may open it. */
  linked: (row: DeclaredRow, name: ReactNode) => ReactNode = (_, name) => <b>{name}</b>,
): GridColumn<DeclaredRow>[] {
  const subject = subjectOf(columns)
  return columns.map((column) => {
    const fact = factOf(column, words, english)
    const title = titleOf(column, t)
    const cell = (row: DeclaredRow) => <Cell fact={fact} value={row[column.slug]} />
    return {
      id: column.slug,
      title,
      width: widthOf(title, fact, column.is_personal && fact.kind === 'text'),
      sortable: true,
      ...(isNumber(fact.kind) && { align: 'right' as const }),
      ...(column.slug === subject && { pinned: true }),
      cell: column.slug === subject ? (row: DeclaredRow) => linked(row, cell(row)) : cell,
    }
  })
}
