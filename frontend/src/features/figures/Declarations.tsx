import { useTranslation } from 'react-i18next'
import type { ParameterDetail } from '@/api/gen/types.gen'
import { FigureValue } from './FigureValue'
import { Verified } from './Verified'

/** The figures that came with the system, before any order. */
export function Declarations({ parameter }: { parameter: ParameterDetail }) {
  const { t } = useTranslation()
  const newest = parameter.figures.toSorted((a, b) => b.year - a.year)
  return (
    <section className="surface figure-list" aria-labelledby="declared-figures">
      <h2 id="declared-figures">{t('figures.declared')}</h2>
      <table className="declared-table">
        <thead>
          <tr>
            <th scope="col">{t('figures.fixed')}</th>
            <th scope="col">{t('figures.inForce')}</th>
            <th scope="col">{t('figures.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {newest.map((figure) => (
            <tr key={figure.year}>
              <td className="num">{t('figures.yearOf', { year: figure.year })}</td>
              <td className="figure-value">
                <FigureValue parameter={parameter} value={figure.value} />
              </td>
              <td>
                {figure.basis}
                <Verified figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
