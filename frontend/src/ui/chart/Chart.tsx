import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
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
  LineChart,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  TooltipComponent,
  AriaComponent,
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
    // The library would name the picture in Chinese whatever the language; the table tells the rest.
    const aria = { enabled: true, label: { description: label } }
    chart.current?.setOption({ ...chartOption(data), aria }, { notMerge: true })
  }, [data, label])
  return <div ref={box} role="img" aria-label={label} style={{ height }} />
}
