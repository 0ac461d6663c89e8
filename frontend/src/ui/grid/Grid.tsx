/** A native table whose rows are drawn only where one looks; header and pinned columns stick. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import { CHECK_WIDTH, type GridLayout, ROW_HEIGHT } from './columns'
import { Head } from './Head'
import { useGridKeys } from './keyboard'
import { Row } from './Row'
import { isSelected, type Selection, toggle, togglePage } from './selection'
import './grid.css'

interface Props<T> {
  label: string
  layout: GridLayout<T>
  rows: readonly T[]
  rowId: (row: T) => string
  /** All rows of all pages, and how many come before the first one here. */
  total: number
  offset?: number
  sort?: string | undefined
  onSort?: (column: string) => void
  selection?: Selection
  onSelection?: (selection: Selection) => void
  onOpen?: (row: T) => void
  onPeek?: (row: T) => void
  /** The row one came back from is current again, and in sight. */
  startAt?: string | undefined
  /** Sums by column id, in a line that stays at the bottom. */
  foot?: Readonly<Record<string, ReactNode>>
  empty?: ReactNode
  busy?: boolean
}

export function Grid<T>(props: Props<T>) {
  const { label, layout, rows, rowId, total, offset = 0, sort, onSort, onOpen, onPeek } = props
  const { selection, onSelection, foot, empty, busy = false, startAt } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => rows.map(rowId), [rows, rowId])
  const rowHeight = ROW_HEIGHT[layout.density]
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => ids[index] as string,
  })
  const latest = useRef({ selection, onSelection, ids })
  latest.current = { selection, onSelection, ids }
  const onToggle = useMemo(
    () => (row: string) => {
      const { selection: now, onSelection: tell, ids: page } = latest.current
      if (now && tell) tell(toggle(now, row, page))
    },
    [],
  )
  const keys = useGridKeys({
    count: rows.length,
    onMove: (index) => virtual.scrollToIndex(index),
    ...(onOpen && { onOpen: (index: number) => onOpen(rows[index] as T) }),
    ...(onPeek && { onPeek: (index: number) => onPeek(rows[index] as T) }),
    ...(selection && { onSelect: (index: number) => onToggle(ids[index] as string) }),
  })
  const came = useRef(false)
  useEffect(() => {
    const index = came.current || startAt === undefined ? -1 : ids.indexOf(startAt)
    if (rows.length) came.current = true
    if (index < 0) return
    keys.setAt(index)
    virtual.scrollToIndex(index, { align: 'center' })
  })
  const drawn = virtual.getVirtualItems()
  const above = drawn[0]?.start ?? 0
  const below = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  const chosen = selection ? ids.filter((row) => isSelected(selection, row)).length : 0
  const pageState = chosen === 0 ? 'none' : chosen === ids.length ? 'all' : 'some'
  const atKey = ids[keys.at]
  return (
    <div ref={box} className="g-box" aria-busy={busy}>
      <table
        className="g"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with keys.
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-multiselectable={selection ? true : undefined}
        aria-activedescendant={
          drawn.some(({ index }) => index === keys.at) ? `${id}-${atKey}` : undefined
        }
        style={{ width: `max(100%, ${layout.width}px)`, ['--rh' as string]: `${rowHeight}px` }}
        onKeyDown={keys.onKeyDown}
      >
        <colgroup>
          {selection ? <col style={{ width: CHECK_WIDTH }} /> : null}
          {layout.shown.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <Head
          layout={layout}
          sort={sort}
          {...(onSort && { onSort })}
          {...(selection && { selected: pageState })}
          onSelectPage={() => selection && onSelection?.(togglePage(selection, ids))}
        />
        <tbody>
          {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
          {drawn.map(({ index }) => {
            const row = rows[index] as T
            const key = ids[index] as string
            return (
              <Row
                key={key}
                row={row}
                id={key}
                domId={`${id}-${key}`}
                index={offset + index + 2}
                columns={layout.shown}
                active={index === keys.at}
                {...(selection && { selected: isSelected(selection, key) })}
                onToggle={onToggle}
                {...(onOpen && { onOpen })}
              />
            )
          })}
          {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
        </tbody>
        {foot && rows.length ? (
          <tfoot>
            <tr>
              {selection ? <td className="g-pin g-first" /> : null}
              {layout.shown.map(({ id: column, left, align }) => (
                <td
                  key={column}
                  className={left === undefined ? undefined : 'g-pin'}
                  style={{ left, textAlign: align }}
                >
                  {foot[column]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {rows.length === 0 && !busy ? empty : null}
    </div>
  )
}
