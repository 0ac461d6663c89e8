import { BarChart } from 'echarts/charts'
import {
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { type ECharts, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type ChartData, chartOption } from './option'

register([
  BarChart,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

export interface ChartProps {
  label: string
  data: ChartData
  height: number
  /** A bar opens its people. */
  onPick?: (category: string, series: string) => void
}

export default function Chart({ label, data, height, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(null)
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    if (!box.current) return
    const made = init(box.current, undefined, { renderer: 'svg', locale: 'ZH' })
    made.on('click', ({ name, seriesName }) => pick.current?.(name, seriesName ?? ''))
    chart.current = made
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    const draw = () => chart.current?.setOption(chartOption(data), { notMerge: true })
    // Lines are rare: who draws one fetches it.
    if (data.kind === 'line') void import('./line').then(draw)
    else draw()
  }, [data])
  return <div ref={box} role="img" aria-label={label} style={{ height }} />
}
