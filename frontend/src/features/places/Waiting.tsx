import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch, tagged } from '@/api/client'
import { updatePlace } from '@/api/gen/sdk.gen'
import type { PlaceOut } from '@/api/gen/types.gen'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { StatusWord } from '@/ui/StatusWord'
import { keepPlace, type Place } from './queries'
import { similar } from './tree'

/** A hamlet that came with a roster: right as it is, or a name to put right first. */
export function Waiting({ place, places }: { place: Place; places: readonly PlaceOut[] }) {
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
