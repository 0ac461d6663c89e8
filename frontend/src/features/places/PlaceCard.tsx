import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch, tagged } from '@/api/client'
import { updatePlace } from '@/api/gen/sdk.gen'
import type { PlaceOut } from '@/api/gen/types.gen'
import { Descriptions } from '@/ui/Descriptions'
import { ErrorCard } from '@/ui/ErrorCard'
import { FormErrors } from '@/ui/form/FormErrors'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { problemText } from '@/ui/problem'
import { StatusWord } from '@/ui/StatusWord'
import { Marks } from './Marks'
import { Names } from './Names'
import { keepPlace, type Place, placeQuery } from './queries'
import { Rename } from './Rename'
import { above, isWaiting, similar } from './tree'

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
  const [renaming, setRenaming] = useState(false)
  const upper = above(places, place.id)
  const below = places.filter(({ parent_id }) => parent_id === place.id)
  return (
    <>
      <div className="panel-head">
        <h2>{place.name}</h2>
        <LinkButton to="/households" search={{ place: place.id } as never}>
          {t('places.households')}
        </LinkButton>
        <Button onClick={() => setRenaming(true)}>{t('places.rename')}</Button>
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
      {renaming ? <Rename place={place} onClose={() => setRenaming(false)} /> : null}
    </>
  )
}

/** A hamlet that came with a roster: right as it is, or a name to put right first. */
function Waiting({ place, places }: { place: Place; places: readonly PlaceOut[] }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const alike = similar(places, place)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      tagged(
        updatePlace({
          path: { place_id: place.id },
          headers: ifMatch(place.etag),
          body: { is_confirmed: true },
          throwOnError: true,
        }),
      ),
    onSuccess: (saved) => keepPlace(client, saved),
  })
  return (
    <>
      <FormErrors lines={error ? [problemText(error)] : []} />
      <Alert
        type="warning"
        className="waiting"
        title={<StatusWord status="pending">{t('places.unconfirmed')}</StatusWord>}
        description={
          <>
            <p>{t('places.unconfirmedWhy')}</p>
            {alike.length ? (
              <p>
                {t('places.similar', { names: alike.map(({ name }) => name).join(t('ui.comma')) })}
              </p>
            ) : null}
          </>
        }
        action={
          <Button type="primary" loading={isPending} onClick={() => mutate()}>
            {t('places.confirm')}
          </Button>
        }
      />
    </>
  )
}
