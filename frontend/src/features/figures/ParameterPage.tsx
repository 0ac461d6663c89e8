import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { useNamePage } from '@/lib/pageName'
import '@/ui/declared.css'
import { Descriptions } from '@/ui/Descriptions'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { Declarations } from './Declarations'
import { FigureValue } from './FigureValue'
import { Propose } from './Propose'
import { parameterQuery } from './queries'
import { Revisions } from './Revisions'
import { Verified } from './Verified'
import { YearInput } from './YearInput'
import './figures.css'

/** One figure: what holds in the year, why, and every order that ever changed it. */
export function ParameterPage() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/shell/parameters/$slug' })
  const { year } = useSearch({ from: '/shell/parameters/$slug' })
  const navigate = useNavigate()
  const [proposing, setProposing] = useState(false)
  const { data: me } = useSuspenseQuery(meQuery)
  const { data, error, refetch } = useQuery(parameterQuery(slug, year))
  useNamePage(data?.title)
  const thisYear = Number(me.today.slice(0, 4))
  const onYear = (next: number) =>
    void navigate({
      to: '.',
      search: (was) => ({ ...was, year: next === thisYear ? undefined : next }) as never,
    })
  if (!data)
    return error ? (
      <ErrorCard error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading rows={12} />
    )
  const { in_force } = data
  const propose = me.permissions.includes('parameters:propose') ? (
    <Button type="primary" onClick={() => setProposing(true)}>
      {t('figures.propose')}
    </Button>
  ) : null
  return (
    <>
      <PageHead title={data.title} actions={propose}>
        <YearInput value={year ?? thisYear} onChange={onYear} />
      </PageHead>
      <section className="surface panel" aria-label={t('figures.inForce')}>
        <div className="figure-now">
          <FigureValue parameter={data} value={in_force?.value} />
          <Verified figure={in_force} />
        </div>
        <Descriptions
          items={[
            {
              key: 'fixed',
              label: t('figures.fixed'),
              value: in_force ? t('figures.yearOf', { year: in_force.year }) : '—',
            },
            {
              key: 'basis',
              label: t('figures.basis'),
              wide: true,
              value: in_force?.basis ?? '—',
            },
            {
              key: 'clause',
              label: t('figures.clause'),
              wide: true,
              value: (
                <>
                  {data.clause_number} <q>{data.clause_quote}</q>
                </>
              ),
            },
            ...(data.help
              ? [{ key: 'help', label: t('figures.help'), wide: true, value: data.help }]
              : []),
          ]}
        />
      </section>
      <Revisions parameter={data} />
      <Declarations parameter={data} />
      {proposing ? (
        <Propose parameter={data} year={year ?? thisYear} onClose={() => setProposing(false)} />
      ) : null}
    </>
  )
}
