import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFields } from '../fields'
import { useToday } from './When'

/** Registered before this system was in use: with the paper that says so. */
export function InitialLoad({ loads }: { loads: boolean }) {
  const { t } = useTranslation()
  const states = useFields().get('poverty_state').options
  const thisYear = Number(useToday().slice(0, 4))
  const needed = (title: string) => [
    { required: true, message: t('households.edit.needed', { title }) },
  ]
  const document = t('households.make.loadDocument')
  const year = t('households.make.loadYear')
  const state = t('households.make.loadState')
  return (
    <>
      <Form.Item name="loads" valuePropName="checked">
        <Checkbox>{t('households.make.load')}</Checkbox>
      </Form.Item>
      {loads ? (
        <div className="fields">
          <Form.Item name={['initial_load', 'document']} label={document} rules={needed(document)}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name={['initial_load', 'year']} label={year} rules={needed(year)}>
            <InputNumber min={1990} max={thisYear} precision={0} className="full" />
          </Form.Item>
          <Form.Item name={['initial_load', 'poverty_state']} label={state} rules={needed(state)}>
            <Select options={[...states]} />
          </Form.Item>
        </div>
      ) : null}
    </>
  )
}
