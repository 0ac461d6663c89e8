import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Copyable } from '@/ui/Copyable'
import { Descriptions } from '@/ui/Descriptions'

interface Props {
  title: string
  /** How it is to be handed over, and what happens to it. */
  note: string
  /** Whom it belongs to: "用户名", "客户端标识". */
  owner: { label: string; text: string }
  secret: { label: string; text: string }
  onDone: () => void
}

/** Shown once: the window goes only when the person says that it is written down. */
export function OneTimeSecret({ title, note, owner, secret, onDone }: Props) {
  const { t } = useTranslation()
  const [kept, setKept] = useState(false)
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={title}
      footer={
        <Button type="primary" disabled={!kept} onClick={onDone}>
          {t('accounts.secret.done')}
        </Button>
      }
    >
      <Alert className="form-errors" type="warning" showIcon title={note} />
      <Descriptions
        items={[owner, secret].map(({ label, text }) => ({
          key: label,
          label,
          value: <Copyable text={text} label={label} />,
          wide: true,
        }))}
      />
      <Checkbox
        className="secret-kept"
        checked={kept}
        onChange={(event) => setKept(event.target.checked)}
      >
        {t('accounts.secret.kept')}
      </Checkbox>
    </Modal>
  )
}
