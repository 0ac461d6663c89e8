import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ParameterDetail } from '@/api/gen/types.gen'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { FigureValue } from './FigureValue'
import { effectsQuery } from './queries'

const KINDS = ['indicator', 'register', 'rule', 'fund-plan'] as const

/** What would read the new figure, told before it is proposed. */
export function Effects({ parameter, year }: { parameter: ParameterDetail; year: number }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(effectsQuery(parameter.slug, year))
  if (error)
    return <ErrorCard what={t('figures.effects')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={2} />
  const word = (kind: string) => {
    const known = KINDS.find((one) => one === kind)
    return known ? t(`figures.effectKinds.${known}`) : kind
  }
  return (
    <section className="effects" aria-label={t('figures.effects')}>
      <p>
        <span className="sub">
          {t('figures.was')}（{t('figures.yearOf', { year: data.year })}）
        </span>{' '}
        <FigureValue parameter={parameter} value={data.in_force?.value} />
      </p>
      <h3>{t('figures.effects')}</h3>
      {data.items.length ? (
        <ul className="plain">
          {data.items.map(({ kind, slug, title }) => (
            <li key={`${kind}${slug}`}>
              <Tag>{word(kind)}</Tag> {title}
            </li>
          ))}
        </ul>
      ) : (
        <p className="sub">{t('figures.noEffects')}</p>
      )}
    </section>
  )
}
