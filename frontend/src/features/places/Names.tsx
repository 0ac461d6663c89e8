import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Place } from './queries'

/** Every name and code the place ever had, with the days they held. */
export function Names({ place }: { place: Place }) {
  const { t } = useTranslation()
  const days = ({
    valid_from,
    valid_to,
  }: {
    valid_from: string | null
    valid_to: string | null
  }) =>
    valid_from || valid_to
      ? `${valid_from ?? ''} ～ ${valid_to ?? t('places.now')}`
      : t('places.always')
  return (
    <>
      <h3>{t('places.names')}</h3>
      <table className="place-table">
        <thead>
          <tr>
            <th scope="col">{t('places.name')}</th>
            <th scope="col">{t('places.kindLabel')}</th>
            <th scope="col">{t('places.days')}</th>
          </tr>
        </thead>
        <tbody>
          {place.names.map((name) => (
            <tr key={`${name.name}${name.kind}${name.valid_from ?? ''}`}>
              <td>{name.name}</td>
              <td>{t(`places.nameKind.${name.kind}`)}</td>
              <td className="num">{days(name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {place.codes.length ? (
        <>
          <h3>{t('places.codes')}</h3>
          <table className="place-table">
            <thead>
              <tr>
                <th scope="col">{t('places.code')}</th>
                <th scope="col">{t('places.system')}</th>
                <th scope="col">{t('places.days')}</th>
              </tr>
            </thead>
            <tbody>
              {place.codes.map((code) => (
                <tr key={`${code.system}${code.code}`}>
                  <td className="mono">{code.code}</td>
                  <td>{systemWord(t, code.system)}</td>
                  <td className="num">{days(code)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </>
  )
}

const SYSTEMS = ['nbs', 'nbs-2016', 'insurance'] as const
function systemWord(t: TFunction, system: string): string {
  const known = SYSTEMS.find((one) => one === system)
  return known ? t(`places.systems.${known}`) : system
}
