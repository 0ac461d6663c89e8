import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SpreadOut } from '@/api/gen/types.gen'
import { csv } from '@/lib/csv'
import { count, fenToYuan } from '@/lib/money'
import { saveFile } from '@/lib/save'
import { Amount, ODD_MARK } from './Amount'

/** The amount by row and column; the same as CSV, in yuan to the fen. */
export function SpreadTable({ spread, title }: { spread: SpreadOut; title: string }) {
  const { t } = useTranslation()
  const { columns, rows } = spread
  const sum = t('funds.matrix.sum')
  const heads = [t('funds.spread.where'), ...columns.map((column) => column.title), sum]
  const save = () => {
    const lines = rows.map((row) => [
      row.title,
      ...row.cells.map(({ amount_fen }) => plain(amount_fen)),
      plain(row.amount_fen),
    ])
    const totals = columns.map(({ amount_fen }) => plain(amount_fen))
    saveFile(csv([heads, ...lines, [sum, ...totals, plain(spread.amount_fen)]]), `${title}.csv`)
  }
  const legend = spread.odd_units
    ? t('funds.matrix.legend', {
        mark: ODD_MARK,
        unit: t(`funds.roundings.${spread.rounding}`),
        n: count(spread.odd_units),
      })
    : t('funds.matrix.whole')
  return (
    <>
      <div className="fund-legend">
        <Button icon={<DownloadOutlined />} onClick={save}>
          {t('funds.spread.csv')}
        </Button>
        <p className="sub">{legend}</p>
      </div>
      <table className="declared-table" aria-label={t('funds.spread.label')}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at ? 'right' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.title}>
              <th scope="row">{row.title}</th>
              {row.cells.map((cell, at) => (
                <td key={columns[at]?.title} className="num right">
                  <Amount cell={cell} />
                </td>
              ))}
              <td className="num right fund-sum">{fenToYuan(row.amount_fen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{sum}</th>
            {columns.map(({ title: column, amount_fen }) => (
              <td key={column} className="num right">
                {fenToYuan(amount_fen)}
              </td>
            ))}
            <td className="num right">{fenToYuan(spread.amount_fen)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}

/** Without thousands separators, so that a spreadsheet takes it as a number. */
const plain = (fen: number) => fenToYuan(fen).replaceAll(',', '')
