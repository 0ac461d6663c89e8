import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'
import { type ChartData, chartRows } from './option'
import './chart.css'

interface Props {
  label: string
  heads: readonly string[]
  data: ChartData
}

export function ChartTable({ label, heads, data }: Props) {
  const { t } = useTranslation()
  const say = (value: string | number | null) =>
    value === null ? t('ui.unknown') : typeof value === 'number' ? number(value) : value
  return (
    <table className="chart-table" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chartRows(data).map(([category, ...values]) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {values.map((value, index) => (
              <td key={heads[index + 1]} className="num">
                {say(value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const number = (value: number) => (Number.isInteger(value) ? count(value) : String(value))
