import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceMarkOut } from '@/api/gen/types.gen'
import { EndMark } from './EndMark'
import { NewMark } from './NewMark'
import type { Place } from './queries'

/** What a village is marked as, from when to when, and the document that says so. */
export function Marks({ place }: { place: Place }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<PlaceMarkOut>()
  return (
    <>
      <div className="panel-head marks-head">
        <h3>{t('places.marksTitle')}</h3>
        <span className="grow" />
        <Button size="small" onClick={() => setAdding(true)}>
          {t('places.addMark')}
        </Button>
      </div>
      {place.mark_history.length ? (
        <table className="place-table">
          <thead>
            <tr>
              <th scope="col">{t('places.mark')}</th>
              <th scope="col">{t('places.days')}</th>
              <th scope="col">{t('places.document')}</th>
              <th scope="col">{t('places.endMark')}</th>
            </tr>
          </thead>
          <tbody>
            {place.mark_history.map((mark) => (
              <tr key={mark.id}>
                <td>{t(`places.marks.${mark.mark}`)}</td>
                <td className="num">
                  {mark.valid_from} ～ {mark.valid_to ?? t('places.now')}
                </td>
                <td>{mark.document}</td>
                <td>
                  {mark.valid_to ? null : (
                    <Button size="small" type="link" onClick={() => setEnding(mark)}>
                      {t('places.endMark')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="sub">{t('places.noMarks')}</p>
      )}
      {adding ? <NewMark place={place} onClose={() => setAdding(false)} /> : null}
      {ending ? <EndMark place={place} mark={ending} onClose={() => setEnding(undefined)} /> : null}
    </>
  )
}
