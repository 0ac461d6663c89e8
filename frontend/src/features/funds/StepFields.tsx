import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FundPlanDetail, PossibleStepOut } from '@/api/gen/types.gen'
import { DayInput } from '@/ui/form/DayInput'
import { plansQuery } from './queries'
import { ScanInput } from './ScanInput'

interface Props {
  plan: FundPlanDetail
  step: PossibleStepOut
  today: string
}

/** What the step asks for, as the workflow declares it. */
export function StepFields({ plan, step, today }: Props) {
  const { t } = useTranslation()
  const required = (what: string) => [{ required: true, message: t('funds.required', { what }) }]
  const day = t(step.action === 'decide' ? 'funds.step.documentOn' : 'funds.step.dayOfDocument')
  const number = t('funds.step.documentNumber')
  return (
    <>
      {step.action === 'supersede' ? <Replacement plan={plan} /> : null}
      {step.document_number_required ? (
        <>
          <Form.Item
            name="document_number"
            label={number}
            rules={[
              { required: true, whitespace: true, message: t('funds.required', { what: number }) },
            ]}
          >
            <Input maxLength={120} placeholder={t('funds.step.documentHint')} autoFocus />
          </Form.Item>
          <Form.Item name="document_on" label={day} rules={step.scan_required ? required(day) : []}>
            <DayInput max={today} />
          </Form.Item>
        </>
      ) : null}
      {step.scan_required ? (
        <Form.Item
          name="attachment_id"
          label={t('funds.step.scan')}
          rules={required(t('funds.step.scan'))}
        >
          <ScanInput />
        </Form.Item>
      ) : null}
      <Form.Item
        name="note"
        label={t(step.note_required ? 'funds.step.reason' : 'funds.step.note')}
        rules={
          step.note_required
            ? [{ required: true, whitespace: true, min: 2, message: t('ui.reasonMissing') }]
            : []
        }
      >
        <Input.TextArea rows={3} maxLength={500} autoFocus={!step.document_number_required} />
      </Form.Item>
    </>
  )
}

/** Only another plan that is decided and shares a year can take the place of this one. */
function Replacement({ plan }: { plan: FundPlanDetail }) {
  const { t } = useTranslation()
  const decided = useQuery(plansQuery({ state: 'decided', page_size: 200 }))
  const noticed = useQuery(plansQuery({ state: 'noticed', page_size: 200 }))
  const options = [...(decided.data?.items ?? []), ...(noticed.data?.items ?? [])]
    .filter(({ id }) => id !== plan.id)
    .filter((other) => other.end_year >= plan.start_year && other.start_year <= plan.end_year)
    .map(({ id, title, document_number }) => ({ value: id, label: `${title} ${document_number}` }))
  const label = t('funds.step.replacement')
  return (
    <Form.Item
      name="superseded_by"
      label={label}
      rules={[{ required: true, message: t('funds.required', { what: label }) }]}
      extra={
        decided.data && noticed.data && options.length === 0 ? t('funds.step.noReplacement') : null
      }
    >
      <Select options={options} loading={decided.isPending || noticed.isPending} />
    </Form.Item>
  )
}
