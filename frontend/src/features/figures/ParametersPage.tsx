import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import type { ParameterOut } from '@/api/gen/types.gen'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { StatusWord } from '@/ui/StatusWord'
import '@/ui/declared.css'
import { FigureValue } from './FigureValue'
import { parametersQuery } from './queries'
import { Verified } from './Verified'
import { YearInput } from './YearInput'
import './figures.css'

/** Every figure the policy fixes, as it holds in a year, with the document it rests on. */
export function ParametersPage() {
  const { t } = useTranslation()
  const { year } = useSearch({ from: '/shell/parameters' })
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const { data, error, isFetching, refetch } = useQuery(parametersQuery(year))
  const thisYear = Number(me.today.slice(0, 4))
  const onYear = (next: number) =>
    void navigate({
      to: '.',
      search: (was) => ({ ...was, year: next === thisYear ? undefined : next }) as never,
    })
  return (
    <>
      <PageHead title={t('figures.title')}>
        <YearInput value={year ?? thisYear} onChange={onYear} />
      </PageHead>
      <section className="surface figure-list" aria-busy={isFetching}>
        {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
        {data ? (
          <table className="declared-table">
            <thead>
              <tr>
                <th scope="col">{t('figures.name')}</th>
                <th scope="col">{t('figures.inForce')}</th>
                <th scope="col">{t('figures.fixed')}</th>
                <th scope="col">{t('figures.basis')}</th>
                <th scope="col">{t('figures.clause')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <Row key={one.slug} one={one} year={year} />
              ))}
            </tbody>
          </table>
        ) : error ? null : (
          <Loading rows={12} />
        )}
      </section>
    </>
  )
}

function Row({ one, year }: { one: ParameterOut; year: number | undefined }) {
  const { t } = useTranslation()
  const { in_force } = one
  return (
    <tr>
      <th scope="row">
        <Link to="/parameters/$slug" params={{ slug: one.slug }} search={{ ...(year && { year }) }}>
          {one.title}
        </Link>
        {one.waiting ? (
          <div>
            <StatusWord status="proposed">{t('figures.waiting', { n: one.waiting })}</StatusWord>
          </div>
        ) : null}
        {one.help ? <div className="sub">{one.help}</div> : null}
      </th>
      <td className="figure-value">
        <FigureValue parameter={one} value={in_force?.value} />
      </td>
      <td className="num">{in_force ? t('figures.yearOf', { year: in_force.year }) : null}</td>
      <td>
        {in_force?.basis}
        <Verified figure={in_force} />
      </td>
      <td>
        {one.clause_number}
        <div className="sub">
          <q>{one.clause_quote}</q>
        </div>
      </td>
    </tr>
  )
}
