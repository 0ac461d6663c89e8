import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { count, fenToYuan } from '@/lib/money'
import { useWorkPlaceId } from '@/lib/workPlace'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { Stat } from '@/ui/Stat'
import { perHeadFen, REGISTERED, totals } from './groups'
import { householdCountsQuery, registersQuery } from './queries'

const NO_LABOUR = 'no-labour-households'
const registered = { registration: [REGISTERED] }

/** Households, people, income and those without labour: each number opens its list. */
export function PeopleStats() {
  const { t } = useTranslation()
  const place = useWorkPlaceId()
  const { data, error, refetch } = useQuery(householdCountsQuery(place))
  if (error)
    return <ErrorCard what={t('indicators.people')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={3} />
  const sums = totals(data.items.filter(({ registration }) => registration === REGISTERED))
  const perHead = perHeadFen(sums)
  return (
    <div className="stats people-stats">
      <Stat
        title={t('indicators.households')}
        definition={t('indicators.registered')}
        value={
          <Link to="/households" search={registered}>
            {count(sums.households)}
          </Link>
        }
      />
      <Stat
        title={t('indicators.members')}
        definition={t('indicators.registeredMembers')}
        value={
          <Link to="/households" search={{ ...registered, sort: '-member_count' }}>
            {count(sums.members)}
          </Link>
        }
      />
      <Stat
        title={t('indicators.perHead')}
        definition={t('indicators.perHeadHelp')}
        value={
          <Link to="/households" search={{ ...registered, sort: 'net_income_per_head_fen' }}>
            {perHead === null ? t('ui.unknown') : fenToYuan(perHead)}
          </Link>
        }
        notes={
          sums.income_unknown ? (
            <Link to="/households" search={{ ...registered, sort: '-net_income_per_head_fen' }}>
              {t('indicators.incomeUnknown', { n: count(sums.income_unknown) })}
            </Link>
          ) : null
        }
      />
      <NoLabour place={place} />
    </div>
  )
}

function NoLabour({ place }: { place: string | undefined }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(registersQuery(place))
  const register = data?.items.find(({ slug }) => slug === NO_LABOUR)
  if (error)
    return (
      <ErrorCard what={t('indicators.registers')} error={error} onRetry={() => void refetch()} />
    )
  if (!register) return <Loading rows={2} />
  const to = { to: '/registers/$slug', params: { slug: register.slug } } as const
  return (
    <Stat
      title={register.title}
      definition={`${register.sentence}。${register.help}`}
      value={<Link {...to}>{count(register.count)}</Link>}
      notes={
        register.unknown ? (
          <Link {...to} search={{ which: 'unknown' }}>
            {t('indicators.unknown', { n: count(register.unknown) })}
          </Link>
        ) : null
      }
    />
  )
}
