import { useTranslation } from 'react-i18next'
import type { FundPlanDetail, TakenStepOut } from '@/api/gen/types.gen'
import { DownloadButton } from '@/ui/DownloadButton'
import { Timeline } from '@/ui/Timeline'
import { getScan } from './queries'

/** Who did what, when and by which document; the newest first. */
export function Steps({ plan }: { plan: FundPlanDetail }) {
  const { t } = useTranslation()
  return (
    <div className="fund-steps">
      <Timeline
        label={t('funds.tabs.steps')}
        items={plan.steps.toReversed().map((step) => ({
          key: `${step.action}:${step.taken_at}`,
          at: step.taken_at,
          what: <b>{step.title}</b>,
          who: `${step.actor_name} · ${step.role}`,
          detail: <Papers step={step} />,
        }))}
      />
      {plan.possible_steps.length ? null : <p className="sub">{t('funds.step.nothing')}</p>}
    </div>
  )
}

function Papers({ step }: { step: TakenStepOut }) {
  const { t } = useTranslation()
  const { note, document_number, document_on, attachment_id } = step
  return (
    <>
      {document_number || document_on ? (
        <div className="num">
          {document_number} {document_on ? t('funds.step.day', { day: document_on }) : null}
        </div>
      ) : null}
      {note ? <div>{note}</div> : null}
      {attachment_id ? (
        <DownloadButton fetch={() => getScan(attachment_id)}>
          {t('funds.step.download')}
        </DownloadButton>
      ) : null}
    </>
  )
}
