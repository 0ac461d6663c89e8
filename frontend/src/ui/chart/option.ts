/** From plain numbers to an ECharts option; knows no page. */
import type { EChartsCoreOption } from 'echarts/core'
import { series as colours, font, palette } from '@/lib/palette'

export interface ChartData {
  kind: 'bar' | 'line' | 'stack'
  /** Bars lie down: long names, few values. */
  lying?: boolean
  unit?: string
  categories: readonly string[]
  /** null: not known, which is not zero. */
  series: readonly { name: string; values: readonly (number | null)[] }[]
  goal?: { value: number; label: string }
}

const axisLook = {
  axisTick: { show: false },
  axisLabel: { color: palette.sub },
  axisLine: { lineStyle: { color: '#c9d1dc' } },
}

function goalLine({ goal, lying }: ChartData) {
  if (!goal) return undefined
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: palette.bad, type: 'dashed' },
    label: { formatter: goal.label, color: palette.bad, position: 'insideEndTop' },
    data: [lying ? { xAxis: goal.value } : { yAxis: goal.value }],
  }
}

export function chartOption(data: ChartData): EChartsCoreOption {
  const { kind, lying, unit, categories, series } = data
  const names = { type: 'category', data: [...categories], ...axisLook, inverse: lying ?? false }
  const values = {
    type: 'value',
    ...axisLook,
    axisLine: { show: false },
    splitLine: { lineStyle: { color: '#e9edf2' } },
    name: unit ?? '',
    nameLocation: 'end',
    nameTextStyle: { color: palette.sub },
  }
  return {
    color: colours,
    textStyle: { fontFamily: font },
    animationDuration: 200,
    tooltip: { trigger: 'axis', axisPointer: { type: kind === 'line' ? 'line' : 'shadow' } },
    legend: series.length > 1 ? { left: 0, top: 0, icon: 'roundRect' } : { show: false },
    grid: {
      left: 8,
      right: 24,
      top: unit ? (series.length > 1 ? 58 : 30) : series.length > 1 ? 36 : 8,
      bottom: 4,
      containLabel: true,
    },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: series.map(({ name, values: numbers }, index) => ({
      name,
      data: [...numbers],
      type: kind === 'line' ? 'line' : 'bar',
      barMaxWidth: 28,
      ...(kind === 'stack' && { stack: 'all' }),
      ...(index === 0 && data.goal && { markLine: goalLine(data) }),
    })),
  }
}

/** The same numbers as rows: what the table shows and the CSV holds. */
export const chartRows = ({ categories, series }: ChartData): (string | number | null)[][] =>
  categories.map((category, index) => [
    category,
    ...series.map(({ values }) => values[index] ?? null),
  ])
