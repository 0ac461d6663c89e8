import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormErrors } from './form/FormErrors'
import { submitOnCtrlEnter } from './form/keys'
import { problemText } from './problem'

interface Props {
  title: string
  /** What will happen; must be read before one confirms. */
  children?: React.ReactNode
  /** The usual reasons, one click each. */
  phrases?: readonly string[]
  confirmText?: string
  danger?: boolean
  onConfirm: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** A decision with its reason, which is kept on record. */
export function ConfirmReason({ title, children, phrases, onConfirm, onClose, ...look }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  const { mutate, isPending, error } = useMutation({ mutationFn: onConfirm, onSuccess: onClose })
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      okText={look.confirmText ?? t('ui.confirm')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ danger: look.danger ?? false, loading: isPending }}
      onOk={form.submit}
    >
      {children}
      <FormErrors lines={error ? [problemText(error)] : []} />
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) => mutate(reason.trim())}
        onKeyDown={submitOnCtrlEnter(form)}
      >
        <Form.Item
          name="reason"
          label={t('ui.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('ui.reasonMissing') }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={200} showCount />
        </Form.Item>
      </Form>
      <div className="row">
        {phrases?.map((phrase) => (
          <Button key={phrase} size="small" onClick={() => form.setFieldsValue({ reason: phrase })}>
            {phrase}
          </Button>
        ))}
      </div>
    </Modal>
  )
}
