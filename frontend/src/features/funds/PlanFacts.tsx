import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { FundPlanDetail } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { count, fenToYuan } from '@/lib/money'
import { type Described, Descriptions } from '@/ui/Descriptions'

/** What the plan stands on: figures with their documents, as they were frozen. */
export function PlanFacts({ plan }: { plan: FundPlanDetail }) {
  const { t } = useTranslation()
  return (
    <section className="surface panel" aria-label={t('funds.one')}>
      <div className="fund-total">
        <b className="num">
          {fenToYuan(plan.total_fen)} {t('ui.yuan')}
        </b>
        <span className="num">{t('funds.headsOf', { n: count(plan.heads) })}</span>
        <span className="sub">
          {plan.counting_basis_title} · {t('funds.weak')}
          {t(plan.counts_weak ? 'funds.weakIn' : 'funds.weakOut')}
        </span>
      </div>
      {plan.is_whole ? null : <p className="sub">{t('funds.part')}</p>}
      <Descriptions items={[...figuresOf(plan, t), ...decisionOf(plan, t)]} />
    </section>
  )
}

const figuresOf = (plan: FundPlanDetail, t: TFunction): Described[] => [
  {
    key: 'years',
    label: t('funds.years'),
    value: t('funds.yearsOf', { from: plan.start_year, to: plan.end_year }),
  },
  { key: 'snapshot', label: t('funds.snapshot'), value: plan.snapshot_on },
  { key: 'rounding', label: t('funds.rounding'), value: plan.rounding_title },
  {
    key: 'standard',
    label: t('funds.standard'),
    value: `${fenToYuan(plan.standard_fen)} ${t('ui.yuan')}`,
    source: plan.standard_basis,
  },
  {
    key: 'split',
    label: t('funds.split'),
    value: plan.split.map(({ title, weight }) => `${title} ${weight}`).join(' : '),
    source: plan.split_basis,
  },
  {
    key: 'counting',
    label: t('funds.counting'),
    value: plan.counting_basis_title,
    source: plan.counting_source,
  },
  {
    key: 'weak',
    label: t('funds.weak'),
    value: t(plan.counts_weak ? 'funds.weakIn' : 'funds.weakOut'),
    source: plan.weak_source,
  },
  {
    key: 'unsure',
    label: t('funds.unsure'),
    value: t('funds.headsOf', { n: count(plan.unsure) }),
  },
  {
    key: 'made',
    label: t('funds.made'),
    value: plan.made_name,
    source: `${t('funds.computedAt')} ${instant(plan.computed_at)}`,
  },
]

function decisionOf(plan: FundPlanDetail, t: TFunction): Described[] {
  const { document_number, decided_on, superseded_by, note } = plan
  return [
    ...(document_number
      ? [{ key: 'document', label: t('funds.document'), value: document_number }]
      : []),
    ...(decided_on ? [{ key: 'decided', label: t('funds.decidedOn'), value: decided_on }] : []),
    ...(superseded_by
      ? [
          {
            key: 'superseded',
            label: t('funds.supersededBy'),
            value: (
              <Link to="/fund-plans/$planId" params={{ planId: superseded_by }}>
                {t('funds.open')}
              </Link>
            ),
          },
        ]
      : []),
    ...(note ? [{ key: 'note', label: t('funds.note'), value: note, wide: true }] : []),
  ]
}
