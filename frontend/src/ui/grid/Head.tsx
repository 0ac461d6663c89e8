import { useTranslation } from 'react-i18next'
import type { GridLayout, Placed } from './columns'

interface Props<T> {
  layout: GridLayout<T>
  sort: string | undefined
  onSort?: (column: string) => void
  /** Absent when rows cannot be selected. */
  selected?: 'none' | 'some' | 'all'
  onSelectPage: () => void
}

export function Head<T>({ layout, sort, onSort, selected, onSelectPage }: Props<T>) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selected ? (
          <th scope="col" className="g-pin g-first">
            <input
              type="checkbox"
              className="ck"
              aria-label={t('ui.grid.selectPage')}
              checked={selected === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = selected === 'some'
              }}
              onChange={onSelectPage}
            />
          </th>
        ) : null}
        {layout.shown.map((column) => (
          <HeadCell
            key={column.id}
            column={column}
            sort={sort}
            onSort={onSort}
            onWidth={(width) => layout.choose(column.id, { width })}
          />
        ))}
      </tr>
    </thead>
  )
}

interface CellProps<T> {
  column: Placed<T>
  sort: string | undefined
  onSort: ((column: string) => void) | undefined
  onWidth: (width: number) => void
}

const ARROWS = { ascending: '↑', descending: '↓', none: '↕' } as const

function HeadCell<T>({ column, sort, onSort, onWidth }: CellProps<T>) {
  const order = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : 'none'
  const sortable = column.sortable && onSort
  return (
    <th
      scope="col"
      className={column.left === undefined ? undefined : 'g-pin'}
      style={{ left: column.left, textAlign: column.align }}
      aria-sort={sortable ? order : undefined}
    >
      {sortable ? (
        <button type="button" className="g-sort" onClick={() => onSort(column.id)}>
          {column.title}
          <span aria-hidden>{ARROWS[order]}</span>
        </button>
      ) : (
        column.title
      )}
      <span
        className="g-resize"
        aria-hidden
        onPointerDown={(down) => startResize(down, column.width, onWidth)}
      />
    </th>
  )
}

/** Dragging; by keyboard the width is set in the column settings. */
function startResize(down: React.PointerEvent, width: number, onWidth: (width: number) => void) {
  down.preventDefault()
  const move = (event: PointerEvent) => onWidth(width + event.clientX - down.clientX)
  const stop = () => removeEventListener('pointermove', move)
  addEventListener('pointermove', move)
  addEventListener('pointerup', stop, { once: true })
}
