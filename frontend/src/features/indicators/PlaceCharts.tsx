import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placesQuery } from '@/api/account'
import { useWorkPlaceId } from '@/lib/workPlace'
import { ChartCard } from '@/ui/chart/ChartCard'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { perHeadFen, REGISTERED, stepBelow, totals } from './groups'
import { householdCountsQuery } from './queries'
import { useWords } from './words'

const FEN = 100

/** The places one step below the one chosen: states of their households, and what they earn. */
export function PlaceCharts() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const within = useWorkPlaceId()
  const { data, error, refetch } = useQuery(householdCountsQuery(within))
  const { data: places } = useQuery(placesQuery)
  const words = useWords('poverty_state')
  const below = useMemo(() => {
    const registered = data?.items.filter(({ registration }) => registration === REGISTERED) ?? []
    return stepBelow(places ?? [], registered, within)
  }, [data, places, within])
  const states = useMemo(() => {
    const held = new Set(below.flatMap(({ groups }) => groups.map((one) => one.poverty_state)))
    const shown = [...words].filter(([code]) => held.has(code))
    const named: [string | null, string][] = held.has(null)
      ? [...shown, [null, t('indicators.noState')]]
      : shown
    return {
      kind: 'stack' as const,
      unit: t('indicators.count'),
      categories: below.map(({ place }) => place.name),
      series: named.map(([code, name]) => ({
        name,
        values: below.map(
          ({ groups }) => totals(groups.filter((one) => one.poverty_state === code)).households,
        ),
      })),
    }
  }, [below, words, t])
  const incomes = useMemo(
    () => ({
      kind: 'bar' as const,
      unit: t('ui.yuan'),
      categories: below.map(({ place }) => place.name),
      series: [
        {
          name: t('indicators.income'),
          values: below.map(({ groups }) => {
            const fen = perHeadFen(totals(groups))
            return fen === null ? null : Math.round(fen / FEN)
          }),
        },
      ],
    }),
    [below, t],
  )
  if (error)
    return <ErrorCard what={t('indicators.states')} error={error} onRetry={() => void refetch()} />
  if (!(data && places)) return <Loading rows={8} />
  const open = (category: string, series?: string) => {
    const place = below.find((one) => one.place.name === category)?.place.id
    const state = [...words].find(([, name]) => name === series)?.[0]
    void navigate({
      to: '/households',
      search: {
        ...(place && { place }),
        registration: [REGISTERED],
        ...(state && { state: [state] }),
      },
    })
  }
  const where = t('indicators.where')
  return (
    <>
      <ChartCard
        title={t('indicators.states')}
        categoryTitle={where}
        data={states}
        height={300}
        onPick={open}
      />
      <ChartCard
        title={t('indicators.incomes')}
        categoryTitle={where}
        data={incomes}
        height={300}
        onPick={(category) => open(category)}
      />
    </>
  )
}
