import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PlaceSelect } from '@/ui/PlaceSelect'
import { ScopesField } from './ScopesField'

export function ClientFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="name"
        label={t('accounts.clients.name')}
        rules={[
          { required: true, whitespace: true, min: 2, message: t('accounts.clients.nameMissing') },
        ]}
      >
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="purpose" label={t('accounts.clients.purpose')}>
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
      <Form.Item
        name="place_id"
        label={t('accounts.clients.place')}
        extra={t('accounts.clients.placeHint')}
        rules={[{ required: true, message: t('accounts.users.placeMissing') }]}
      >
        <PlaceSelect />
      </Form.Item>
      <ScopesField />
    </>
  )
}
