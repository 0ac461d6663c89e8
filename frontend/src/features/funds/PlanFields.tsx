import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayInput } from '@/ui/form/DayInput'

const FIRST_YEAR = 2000
const LAST_YEAR = 2100
const COUNTINGS = ['household-members', 'able-persons'] as const
const ROUNDINGS = ['fen', 'yuan', 'hundred-yuan', 'ten-thousand-yuan'] as const

/** Years, day and what deviates from the figures in force. */
export function PlanFields({ today, noteRequired }: { today: string; noteRequired: boolean }) {
  const { t } = useTranslation()
  const required = (what: string) => [
    { required: true, whitespace: true, message: t('funds.required', { what }) },
  ]
  const needed = (what: string) => [{ required: true, message: t('funds.required', { what }) }]
  const year = (name: string, label: string) => (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <InputNumber min={FIRST_YEAR} max={LAST_YEAR} precision={0} />
    </Form.Item>
  )
  const countings = COUNTINGS.map((value) => ({ value, label: t(`funds.countings.${value}`) }))
  const weak = [
    { value: false, label: t('funds.weakOut') },
    { value: true, label: t('funds.weakIn') },
  ]
  return (
    <>
      <Form.Item name="title" label={t('funds.name')} extra={t('funds.nameHint')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <div className="fund-fields">
        {year('start_year', t('funds.startYear'))}
        {year('end_year', t('funds.endYear'))}
        <Form.Item
          name="snapshot_on"
          label={t('funds.snapshot')}
          rules={needed(t('funds.snapshot'))}
        >
          <DayInput max={today} />
        </Form.Item>
        <Form.Item name="rounding" label={t('funds.rounding')}>
          <Select
            options={ROUNDINGS.map((value) => ({ value, label: t(`funds.roundings.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="counting_basis" label={t('funds.counting')}>
          <Select allowClear placeholder={t('funds.inForce')} options={countings} />
        </Form.Item>
        <Form.Item name="counts_weak" label={t('funds.weak')}>
          <Select allowClear placeholder={t('funds.inForce')} options={weak} />
        </Form.Item>
      </div>
      <Form.Item name="legal_basis" label={t('funds.legalBasis')} extra={t('funds.legalBasisHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t(noteRequired ? 'funds.step.reason' : 'funds.note')}
        rules={noteRequired ? required(t('funds.step.reason')) : []}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  )
}
