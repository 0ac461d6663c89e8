import { UploadOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { readKeys } from './jwks'

const MOST_BYTES = 64 * 1024

/** Public keys, pasted or from a file; the form holds their text under `jwks`. */
export function KeysField() {
  const { t } = useTranslation()
  const form = Form.useFormInstance<{ jwks: string }>()
  const picker = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (!file || file.size > MOST_BYTES) return
    form.setFieldValue('jwks', await file.text())
    await form.validateFields(['jwks']).catch(() => undefined)
  }
  const isGood = async (_: unknown, text: string | undefined) => {
    const read = readKeys(text ?? '')
    if ('fault' in read) throw new Error(t(`accounts.clients.keyFaults.${read.fault}`))
  }
  return (
    <>
      <Form.Item
        name="jwks"
        label={t('accounts.clients.jwks')}
        extra={t('accounts.clients.jwksHint')}
        rules={[{ validator: isGood }]}
        validateTrigger="onBlur"
      >
        <Input.TextArea rows={7} className="mono" spellCheck={false} maxLength={MOST_BYTES} />
      </Form.Item>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,.jwk,.jwks,application/json"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button icon={<UploadOutlined />} onClick={() => picker.current?.click()}>
        {t('accounts.clients.keyFile')}
      </Button>
    </>
  )
}
