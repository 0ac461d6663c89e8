/** Columns of a list that the API declares: title, kind, unit and codes all come from there. */
import type { TFunction } from 'i18next'
import type { ColumnOut } from '@/api/gen/types.gen'
import { Cell, type Fact, isNumber, type Kind, type Value } from '../Cell'
import type { GridColumn } from '../grid/columns'

/** A row of a register or behind a figure: the columns by slug, and the household it opens. */
export type DeclaredRow = Readonly<Record<string, Value>> & { id: string; household_id: string }
export interface DeclaredPage {
  at: string
  items: readonly DeclaredRow[]
  total: number
}

const WIDTHS: Partial<Record<Kind, number>> = { count: 76, flag: 84, date: 108, money: 128 }
const PER_CHARACTER = 14
const ROOM = 42
const WIDEST_TITLE = 200

const factOf = (column: ColumnOut, english: boolean): Fact => ({
  kind: column.kind as Kind,
  unit: column.kind === 'money' ? '' : column.unit,
  choices: (english && column.choices_en) || column.choices,
})

function titleOf({ kind, title, unit }: ColumnOut, t: TFunction): string {
  return kind === 'money' ? t('declared.inUnit', { title, unit: unit || t('ui.yuan') }) : title
}

const widthOf = (title: string, kind: Kind) =>
  Math.max(WIDTHS[kind] ?? 112, Math.min(WIDEST_TITLE, title.length * PER_CHARACTER + ROOM))

/** The name of whom the row is about stays in sight: the last of the person's words up front. */
const FRONT = 8
const subjectOf = (columns: readonly ColumnOut[]) =>
  columns.slice(0, FRONT).findLast(({ is_personal, kind }) => is_personal && kind === 'text')?.slug

export function declaredColumns(
  t: TFunction,
  columns: readonly ColumnOut[],
  english: boolean,
): GridColumn<DeclaredRow>[] {
  const subject = subjectOf(columns)
  return columns.map((column) => {
    const fact = factOf(column, english)
    const title = titleOf(column, t)
    const cell = (row: DeclaredRow) => <Cell fact={fact} value={row[column.slug]} />
    return {
      id: column.slug,
      title,
      width: widthOf(title, fact.kind),
      sortable: true,
      ...(isNumber(fact.kind) && { align: 'right' as const }),
      ...(column.slug === subject && { pinned: true }),
      cell: column.slug === subject ? (row: DeclaredRow) => <b>{cell(row)}</b> : cell,
    }
  })
}
