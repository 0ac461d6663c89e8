import { useTranslation } from 'react-i18next'
import type { IndicatorOut, VillageFigureOut } from '@/api/gen/types.gen'
import { count, percentOfBp } from '@/lib/money'
import { StatusWord } from '@/ui/StatusWord'
import { nounOf } from './IndicatorTile'
import type { Behind } from './search'

interface Props {
  indicator: IndicatorOut
  /** Of the place shown: the whole, or one village. */
  figures: IndicatorOut | VillageFigureOut
  onWhich: (patch: { which: Behind; page: undefined }) => void
}

/** The rate against its goal, what it is made of, and who stands apart from both. */
export function Figures({ indicator, figures, onWhich }: Props) {
  const { t } = useTranslation()
  const { rate_bp, floor_bp, is_met, numerator, denominator, missing, unknown } = figures
  const noun = nounOf(indicator)
  const state = is_met ? 'done' : 'failed'
  const open = (which: Behind, n: number) => (
    <button type="button" className="figure" onClick={() => onWhich({ which, page: undefined })}>
      {t(`indicators.behind.${which}`)} <b className="num">{t(noun, { n: count(n) })}</b>
    </button>
  )
  return (
    <section className="figures" aria-label={t('indicators.figuresOf', { title: indicator.title })}>
      <span className={`rate num ${is_met === false ? 'missed' : ''}`}>
        {rate_bp === null ? t('indicators.nobody') : percentOfBp(rate_bp)}
      </span>
      {floor_bp === null ? null : (
        <span className="goal">
          {t('indicators.goal', { value: percentOfBp(floor_bp) })}
          {is_met === null ? null : (
            <StatusWord status={state}>{t(`ui.goal.${is_met ? 'met' : 'missed'}`)}</StatusWord>
          )}
        </span>
      )}
      <span className="sub num">
        {t('indicators.parts', { above: count(numerator), below: count(denominator) })}
      </span>
      {open('missing', missing)}
      {open('unknown', unknown)}
      {indicator.beside.map(({ slug, title, value }) => (
        <span key={slug} className="sub">
          {title} <b className="num">{count(value)}</b>
        </span>
      ))}
      <span className="sub">{t('indicators.target', { value: indicator.target })}</span>
    </section>
  )
}
