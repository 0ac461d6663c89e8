import { BarChartOutlined, DownloadOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { csv } from '@/lib/csv'
import { saveFile } from '@/lib/save'
import { Card } from '../Card'
import { Loading } from '../Loading'
import type { ChartProps } from './Chart'
import { ChartTable } from './ChartTable'
import { type ChartData, chartRows } from './option'

const Chart = lazy(() => import('./Chart'))

interface Props extends Pick<ChartProps, 'onPick'> {
  title: string
  /** Heading of the first column: "镇街". */
  categoryTitle: string
  data: ChartData
  height?: number
}

/** A chart with its table and its CSV behind it. */
export function ChartCard({ title, categoryTitle, data, height = 280, onPick }: Props) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const heads = [categoryTitle, ...data.series.map(({ name }) => name)]
  const toggle = t(asTable ? 'ui.chart.chart' : 'ui.chart.table')
  const extra = (
    <span className="noprint">
      <Button
        type="text"
        aria-label={`${title}：${toggle}`}
        title={toggle}
        icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
        onClick={() => setAsTable(!asTable)}
      />
      <Button
        type="text"
        aria-label={`${title}：CSV`}
        title="CSV"
        icon={<DownloadOutlined />}
        onClick={() => saveFile(csv([heads, ...chartRows(data)]), `${title}.csv`)}
      />
    </span>
  )
  return (
    <Card title={title} extra={extra}>
      {asTable ? (
        <ChartTable label={title} heads={heads} data={data} />
      ) : (
        <Suspense fallback={<Loading rows={6} />}>
          <Chart label={title} data={data} height={height} {...(onPick && { onPick })} />
        </Suspense>
      )}
    </Card>
  )
}
