import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWorkPlaceId } from '@/lib/workPlace'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { IndicatorTile } from './IndicatorTile'
import { monthEndBefore } from './months'
import { indicatorsQuery } from './queries'

/** Every promise with a figure: its rate against goal and last month, the unknown apart. */
export function IndicatorTiles({ today }: { today: string }) {
  const { t } = useTranslation()
  const place = useWorkPlaceId()
  const { data, error, refetch } = useQuery(indicatorsQuery(undefined, place))
  // What was then is a help, not the figure: without it the tiles stand all the same.
  const then = monthEndBefore(today)
  const { data: before } = useQuery({
    ...indicatorsQuery(then, place),
    enabled: data !== undefined,
  })
  return (
    <section className="tiles" aria-labelledby="indicator-tiles">
      <h2 id="indicator-tiles">
        {t('indicators.list')}
        <small className="sub num">{t('indicators.since', { day: then })}</small>
      </h2>
      {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
      {!(data || error) ? <Loading rows={6} /> : null}
      <div className="stats">
        {data?.items.map((one) => (
          <IndicatorTile
            key={one.slug}
            one={one}
            before={before?.items.find(({ slug }) => slug === one.slug)}
          />
        ))}
      </div>
    </section>
  )
}
