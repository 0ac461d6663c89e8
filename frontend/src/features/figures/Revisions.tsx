import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParameterDetail, PossibleStepOut, RevisionOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { StatusWord } from '@/ui/StatusWord'
import { FigureValue } from './FigureValue'
import { isStep } from './queries'
import { StepDialog } from './StepDialog'

interface Asked {
  revision: RevisionOut
  step: PossibleStepOut
}

/** Every order on the figure, the newest first; the buttons are the steps the server allows. */
export function Revisions({ parameter }: { parameter: ParameterDetail }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { revisions } = parameter
  return (
    <section className="surface figure-list" aria-labelledby="revisions">
      <h2 id="revisions">{t('figures.history')}</h2>
      {revisions.length === 0 ? <p className="sub none">{t('figures.noRevisions')}</p> : null}
      {revisions.length ? (
        <table className="declared-table">
          <thead>
            <tr>
              <th scope="col">{t('figures.year')}</th>
              <th scope="col">{t('figures.value')}</th>
              <th scope="col">{t('figures.basis')}</th>
              <th scope="col">{t('figures.proposedBy')}</th>
              <th scope="col">{t('figures.state')}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((one) => (
              <Row
                key={one.id}
                one={one}
                parameter={parameter}
                onStep={(step) => setAsked({ revision: one, step })}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {asked ? (
        <StepDialog {...asked} parameter={parameter} onClose={() => setAsked(null)} />
      ) : null}
    </section>
  )
}

interface RowProps {
  one: RevisionOut
  parameter: ParameterDetail
  onStep: (step: PossibleStepOut) => void
}

function Row({ one, parameter, onStep }: RowProps) {
  const { t } = useTranslation()
  const steps = one.possible_steps.filter(({ action }) => isStep(action))
  const waits = one.state === 'proposed' && !steps.some(({ action }) => action === 'confirm')
  return (
    <tr>
      <td className="num">{t('figures.yearOf', { year: one.year })}</td>
      <td className="figure-value">
        <FigureValue parameter={parameter} value={one.value} />
      </td>
      <td>
        {one.basis} {one.document_number}
        {one.note ? <div className="sub">{one.note}</div> : null}
      </td>
      <td>
        {one.proposed_name}
        <div className="sub num">{instant(one.proposed_at)}</div>
      </td>
      <td>
        <StatusWord status={one.state}>{one.state_title}</StatusWord>
        {one.settled_at ? (
          <div className="sub num">
            {one.settled_name} {instant(one.settled_at)}
          </div>
        ) : null}
        {waits ? <div className="sub">{t('figures.second')}</div> : null}
        {steps.length ? (
          <div className="row steps">
            {steps.map((step) => (
              <Button
                key={step.action}
                size="small"
                type={step.action === 'confirm' ? 'primary' : 'default'}
                onClick={() => onStep(step)}
              >
                {step.title}
              </Button>
            ))}
          </div>
        ) : null}
      </td>
    </tr>
  )
}
