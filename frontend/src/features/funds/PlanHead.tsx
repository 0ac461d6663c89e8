import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FundPlanDetail, PossibleStepOut } from '@/api/gen/types.gen'
import { DownloadButton } from '@/ui/DownloadButton'
import { PageHead } from '@/ui/PageHead'
import { StatusWord } from '@/ui/StatusWord'
import { PlanDrawer } from './PlanDrawer'
import { getNotice, getSheet } from './queries'
import { SpreadDrawer } from './SpreadDrawer'
import { StepDialog } from './StepDialog'

/** Steps that lead on; those that send back or end are plain. */
const ONWARD = ['check', 'decide', 'announce', 'revise']

/** The state, the papers, and as buttons exactly the steps the server allows. */
export function PlanHead({ plan, today }: { plan: FundPlanDetail; today: string }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<PossibleStepOut | null>(null)
  const [spreading, setSpreading] = useState(false)
  const close = () => setAsked(null)
  const actions = (
    <div className="row noprint">
      {plan.is_whole ? (
        <Button onClick={() => setSpreading(true)}>{t('funds.spread.title')}</Button>
      ) : null}
      <DownloadButton fetch={() => getSheet(plan.id)}>{t('funds.xlsx')}</DownloadButton>
      {plan.decided_at ? (
        <DownloadButton fetch={() => getNotice(plan.id)}>{t('funds.notice')}</DownloadButton>
      ) : null}
      {plan.possible_steps.map((step) => (
        <Button
          key={step.action}
          type={ONWARD.includes(step.action) ? 'primary' : 'default'}
          onClick={() => setAsked(step)}
        >
          {step.title}
        </Button>
      ))}
    </div>
  )
  return (
    <>
      <PageHead title={plan.title} actions={actions}>
        <StatusWord status={plan.state}>{plan.state_title}</StatusWord>
      </PageHead>
      {asked?.action === 'revise' ? (
        <PlanDrawer today={today} plan={plan} onClose={close} />
      ) : asked ? (
        <StepDialog plan={plan} step={asked} today={today} onClose={close} />
      ) : null}
      {spreading ? <SpreadDrawer plan={plan} onClose={() => setSpreading(false)} /> : null}
    </>
  )
}
