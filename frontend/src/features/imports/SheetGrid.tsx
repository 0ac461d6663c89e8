import { useTranslation } from 'react-i18next'
import type { CellFinding, ImportSheet, RowOut, SheetColumn } from '@/api/gen/types.gen'
import { Empty } from '@/ui/Empty'
import { CellEditor } from './CellEditor'
import { SEVERITIES } from './search'

export interface At {
  row: number
  column: number
}
interface Props {
  batchId: string
  sheet: ImportSheet
  rows: readonly RowOut[]
  editable: boolean
  /** The cell that is being corrected. */
  at: At | null
  onAt: (at: At | null) => void
}

const worst = (findings: readonly CellFinding[]) =>
  SEVERITIES.find((severity) => findings.some((one) => one.severity === severity))

const show = (cell: HTMLElement | null) =>
  cell?.scrollIntoView({ block: 'nearest', inline: 'center' })

export function SheetGrid({ sheet, rows, ...rest }: Props) {
  const { t } = useTranslation()
  if (rows.length === 0) return <Empty text={t('imports.noRows')} />
  return (
    <section className="import-scroll" tabIndex={0} aria-label={sheet.name}>
      <table className="sheet-grid">
        <thead>
          <tr>
            <th scope="col">{t('imports.rowNo')}</th>
            {sheet.columns.map(({ index, heading, group }) => (
              <th key={index} scope="col" title={group ? `${group} / ${heading}` : heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.row} className={row.group === rows[index - 1]?.group ? '' : 'begins'}>
              <th scope="row" className="num">
                {row.row}
              </th>
              {sheet.columns.map((column) => (
                <SheetCell key={column.index} row={row} column={column} sheet={sheet} {...rest} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps extends Omit<Props, 'rows'> {
  row: RowOut
  column: SheetColumn
}

function SheetCell({ row, column, sheet, batchId, editable, at, onAt }: CellProps) {
  const { t } = useTranslation()
  const { index, heading, status } = column
  const text = row.cells[index] ?? ''
  const found = row.findings.filter(({ column_index }) => column_index === index)
  const severity = worst(found)
  const messages = found.map(({ message }) => message).join('\n')
  const mark = severity ? t(`imports.severities.${severity}`) : ''
  const here = at?.row === row.row && at.column === index
  const changeable = editable && status === 'recognised'
  if (here && changeable)
    return (
      <td className={severity}>
        <CellEditor
          batchId={batchId}
          sheet={sheet.position}
          row={row.row}
          column={column}
          text={text}
          findings={found}
          onClose={() => onAt(null)}
        />
      </td>
    )
  if (!changeable)
    return (
      <td ref={here ? show : null} className={severity} title={messages || undefined}>
        <span className="sheet-cell">{text}</span>
        {messages ? <span className="sr">{`${mark} ${messages}`}</span> : null}
      </td>
    )
  return (
    <td className={severity} title={messages || undefined}>
      <button
        type="button"
        className="sheet-cell"
        aria-label={[heading, text || t('imports.blank'), mark, messages].filter(Boolean).join(' ')}
        onClick={() => onAt({ row: row.row, column: index })}
      >
        {text}
      </button>
    </td>
  )
}
