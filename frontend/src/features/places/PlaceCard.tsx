import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceOut } from '@/api/gen/types.gen'
import { Descriptions } from '@/ui/Descriptions'
import { ErrorCard } from '@/ui/ErrorCard'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Marks } from './Marks'
import { Merge } from './Merge'
import { Names } from './Names'
import { type Place, placeQuery } from './queries'
import { Rename } from './Rename'
import { above, isWaiting } from './tree'
import { Waiting } from './Waiting'

interface Props {
  id: string
  places: readonly PlaceOut[]
}

export function PlaceCard({ id, places }: Props) {
  const { data: place, error, refetch } = useQuery(placeQuery(id))
  if (error) return <ErrorCard error={error} onRetry={() => void refetch()} />
  return (
    <section className="surface panel place-card">
      {place ? <Shown place={place} places={places} /> : <Loading rows={8} />}
    </section>
  )
}

function Shown({ place, places }: { place: Place; places: readonly PlaceOut[] }) {
  const { t } = useTranslation()
  const [asked, ask] = useState<'rename' | 'merge'>()
  const close = () => ask(undefined)
  const upper = above(places, place.id)
  const below = places.filter(({ parent_id }) => parent_id === place.id)
  return (
    <>
      <div className="panel-head">
        <h2>{place.name}</h2>
        <LinkButton to="/households" search={{ place: place.id } as never}>
          {t('places.households')}
        </LinkButton>
        {place.kind === 'hamlet' ? (
          <Button onClick={() => ask('merge')}>{t('places.merge')}</Button>
        ) : null}
        <Button onClick={() => ask('rename')}>{t('places.rename')}</Button>
      </div>
      {isWaiting(place) ? <Waiting place={place} places={places} /> : null}
      <Descriptions
        items={[
          { key: 'kind', label: t('places.kindLabel'), value: t(`places.kinds.${place.kind}`) },
          {
            key: 'code',
            label: t('places.code'),
            value: <span className="mono">{place.code || '—'}</span>,
          },
          {
            key: 'above',
            label: t('places.above'),
            value: upper.map(({ name }) => name).join(' / ') || '—',
          },
          {
            key: 'below',
            label: t('places.below'),
            wide: true,
            value: below.map(({ name }) => name).join(t('ui.comma')) || t('places.noneBelow'),
          },
        ]}
      />
      {place.kind === 'village' ? <Marks place={place} /> : null}
      <Names place={place} />
      {asked === 'rename' ? <Rename place={place} onClose={close} /> : null}
      {asked === 'merge' ? <Merge place={place} places={places} onClose={close} /> : null}
    </>
  )
}
