import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Placed } from './columns'

interface Props<T> {
  row: T
  id: string
  domId: string
  index: number
  columns: readonly Placed<T>[]
  active: boolean
  /** Absent when rows cannot be selected. */
  selected?: boolean
  onToggle: (id: string) => void
  onOpen?: (row: T) => void
}

function RowCells<T>({
  row,
  id,
  domId,
  index,
  columns,
  active,
  selected,
  onToggle,
  onOpen,
}: Props<T>) {
  const { t } = useTranslation()
  const look = `${active ? 'at' : ''} ${selected ? 'on' : ''}`
  return (
    <tr
      id={domId}
      className={look}
      aria-rowindex={index}
      aria-selected={selected}
      onDoubleClick={onOpen ? () => onOpen(row) : undefined}
    >
      {selected === undefined ? null : (
        <td className="g-pin g-first">
          <input
            type="checkbox"
            className="ck"
            tabIndex={-1}
            aria-label={t('ui.grid.selectRow', { n: index - 1 })}
            checked={selected}
            onChange={() => onToggle(id)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          className={column.left === undefined ? undefined : 'g-pin'}
          style={{ left: column.left, textAlign: column.align }}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
export const Row = memo(RowCells) as typeof RowCells
