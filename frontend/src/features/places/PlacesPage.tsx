import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { placesQuery } from '@/api/account'
import { count } from '@/lib/money'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/Empty'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { PlaceCard } from './PlaceCard'
import { PlaceTree } from './PlaceTree'
import './places.css'

/** The tree of places, and what can be settled of one: name, confirmation, marks. */
export function PlacesPage() {
  const { t } = useTranslation()
  const { open } = useSearch({ from: '/shell/places' })
  const { data: places, error, refetch } = useQuery(placesQuery)
  const many = (kind: string) => count(places?.filter((one) => one.kind === kind).length ?? 0)
  const counts = { towns: many('town'), villages: many('village'), hamlets: many('hamlet') }
  return (
    <>
      <PageHead title={t('places.title')}>
        <span className="sub num">{places ? t('places.count', counts) : null}</span>
      </PageHead>
      {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
      {places ? (
        <div className="places">
          <PlaceTree places={places} />
          {open ? (
            <PlaceCard key={open} id={open} places={places} />
          ) : (
            <Card title={t('places.tree')}>
              <Empty text={t('places.pick')} />
            </Card>
          )}
        </div>
      ) : error ? null : (
        <Loading rows={12} />
      )}
    </>
  )
}
