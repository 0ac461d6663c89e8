import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllocationOut } from '@/api/gen/types.gen'
import { ChartCard } from '@/ui/chart/ChartCard'
import type { ChartData } from '@/ui/chart/option'
import { allocationQuery } from './queries'

const FEN = 100

/** Sums are whole fen; yuan with a point are for the drawing only. */
export function tierChart({ tiers, villages }: AllocationOut): ChartData {
  const towns = [...new Set(villages.map(({ town }) => town))]
  const sum = (town: string, tier: string) =>
    villages
      .filter((row) => row.town === town)
      .flatMap(({ cells }) => cells.filter((cell) => cell.tier === tier))
      .reduce((total, { amount_fen }) => total + amount_fen, 0)
  return {
    kind: 'stack',
    lying: true,
    categories: towns,
    series: tiers.map(({ slug, title }) => ({
      name: title,
      values: towns.map((town) => sum(town, slug) / FEN),
    })),
  }
}

/** What each tier pays, town by town. */
export function TierChart({ planId }: { planId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(allocationQuery(planId))
  const chart = useMemo(() => (data ? tierChart(data) : null), [data])
  if (!chart) return null
  return (
    <ChartCard
      title={t('funds.byTier')}
      categoryTitle={t('funds.town')}
      data={chart}
      height={Math.max(180, 60 + chart.categories.length * 34)}
    />
  )
}
