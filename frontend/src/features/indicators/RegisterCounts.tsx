import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'
import { useWorkPlaceId } from '@/lib/workPlace'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { nounOf } from './IndicatorTile'
import { registersQuery } from './queries'

/** How many stand in each register; each opens its list. */
export function RegisterCounts() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(registersQuery(useWorkPlaceId()))
  return (
    <section className="surface panel" aria-labelledby="register-counts">
      <div className="panel-head">
        <h2 id="register-counts">{t('indicators.registers')}</h2>
        <Link to="/registers">{t('indicators.allRegisters')}</Link>
      </div>
      {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
      {!(data || error) ? <Loading rows={3} /> : null}
      <ul className="plain register-counts">
        {data?.items.map((one) => (
          <li key={one.slug}>
            <Link to="/registers/$slug" params={{ slug: one.slug }}>
              {one.title}
            </Link>
            <span className="num">
              {t(nounOf(one), { n: count(one.count) })}
              {one.unknown ? (
                <Link
                  to="/registers/$slug"
                  params={{ slug: one.slug }}
                  search={{ which: 'unknown' }}
                  className="aside"
                >
                  {t('indicators.unknown', { n: count(one.unknown) })}
                </Link>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
