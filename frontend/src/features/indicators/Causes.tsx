import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkPlaceId } from '@/lib/workPlace'
import { ChartCard } from '@/ui/chart/ChartCard'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { groupBy, REGISTERED, totals } from './groups'
import { householdCountsQuery } from './queries'
import { useWords } from './words'

/** Registered households by main cause, the most frequent first; a bar opens its households. */
export function Causes() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(householdCountsQuery(useWorkPlaceId()))
  const words = useWords('main_cause')
  const bars = useMemo(() => {
    const registered = data?.items.filter(({ registration }) => registration === REGISTERED) ?? []
    return [...groupBy(registered, ({ main_cause }) => main_cause ?? '')]
      .map(([code, groups]) => ({
        code,
        name: words.get(code) ?? (code || t('indicators.noCause')),
        households: totals(groups).households,
      }))
      .toSorted((a, b) => b.households - a.households)
  }, [data, words, t])
  const title = t('indicators.causes')
  const chart = useMemo(
    () => ({
      kind: 'bar' as const,
      lying: true,
      categories: bars.map(({ name }) => name),
      series: [{ name: t('indicators.count'), values: bars.map((bar) => bar.households) }],
    }),
    [bars, t],
  )
  if (error) return <ErrorCard what={title} error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={8} />
  const open = (category: string) => {
    const code = bars.find(({ name }) => name === category)?.code
    if (code)
      void navigate({
        to: '/households',
        search: { registration: [REGISTERED], cause: [code] },
      })
  }
  return (
    <ChartCard
      title={title}
      categoryTitle={t('indicators.cause')}
      data={chart}
      height={300}
      onPick={open}
    />
  )
}
