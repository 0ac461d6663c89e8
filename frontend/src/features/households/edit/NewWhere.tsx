import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PlaceSelect } from '@/ui/PlaceSelect'
import { HamletSelect } from './HamletSelect'

const VILLAGES = ['village'] as const

export function NewWhere() {
  const { t } = useTranslation()
  const village = t('households.make.village')
  const number = t('households.columns.household_no')
  return (
    <>
      <h2>{t('households.make.where')}</h2>
      <div className="fields">
        <Form.Item
          name="village_id"
          label={village}
          rules={[{ required: true, message: t('households.edit.choose', { title: village }) }]}
        >
          <PlaceSelect kinds={VILLAGES} />
        </Form.Item>
        <Form.Item name="hamlet_id" label={t('households.make.hamlet')}>
          <HamletSelect />
        </Form.Item>
        <Form.Item
          name="household_no"
          label={number}
          validateFirst
          rules={[
            {
              required: true,
              whitespace: true,
              message: t('households.edit.needed', { title: number }),
            },
            { pattern: /^[0-9A-Za-z-]+$/, message: t('households.make.numberRule') },
          ]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  )
}
