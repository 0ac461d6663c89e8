import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IndicatorOut } from '@/api/gen/types.gen'
import { count, percentOfBp } from '@/lib/money'
import { Definition } from '@/ui/Definition'
import { Stat } from '@/ui/Stat'
import { points } from './months'

interface Props {
  one: IndicatorOut
  before: IndicatorOut | undefined
}

/** The rate opens those who are missing; so do the counts beside it. */
export function IndicatorTile({ one, before }: Props) {
  const { t } = useTranslation()
  const { slug, title, rate_bp, floor_bp, missing, unknown } = one
  const to = { to: '/indicators/$slug', params: { slug } } as const
  const was = before?.rate_bp ?? null
  const moved = rate_bp === null || was === null ? 0 : rate_bp - was
  return (
    <Stat
      title={title}
      definition={<Definition declared={one} who={one.owner} />}
      value={
        <Link {...to} className={one.is_met === false ? 'missed' : ''}>
          {rate_bp === null ? t('indicators.nobody') : percentOfBp(rate_bp)}
        </Link>
      }
      goal={floor_bp === null ? null : t('indicators.goal', { value: percentOfBp(floor_bp) })}
      {...(floor_bp === null ? {} : { met: one.is_met })}
      change={moved ? t('indicators.points', { n: points(moved) }) : null}
      notes={
        <>
          {missing ? (
            <Link {...to} search={{ which: 'missing' }}>
              {t('indicators.missing', { n: t(nounOf(one), { n: count(missing) }) })}
            </Link>
          ) : null}
          {unknown ? (
            <Link {...to} search={{ which: 'unknown' }}>
              {t('indicators.unknown', { n: count(unknown) })}
            </Link>
          ) : null}
          {one.is_single_source ? <SingleSource /> : null}
        </>
      }
    />
  )
}

export const nounOf = ({ of }: { of: string }) =>
  of === 'member' ? ('declared.people' as const) : ('declared.households' as const)

export function SingleSource() {
  const { t } = useTranslation()
  return (
    <span className="mark" title={t('indicators.singleSourceHelp')}>
      {t('indicators.singleSource')}
    </span>
  )
}
