import { useMutation } from '@tanstack/react-query'
import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagged } from '@/api/client'
import { rotateClientSecret } from '@/api/gen/sdk.gen'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { type Client, useKeep } from '../queries'

const HOURS = [0, 1, 24, 72, 168, 720] as const

interface Props {
  client: Client
  onSecret: (secret: string | null) => void
  onClose: () => void
}

/** A new secret; the old one stays good as long as the other side needs to change it. */
export function RotateDialog({ client, onSecret, onClose }: Props) {
  const { t } = useTranslation()
  const [hours, setHours] = useState<number>(24)
  const keep = useKeep()
  const bySecret = client.authentication === 'secret'
  const rotate = useMutation({
    mutationFn: () =>
      tagged(
        rotateClientSecret({
          path: { client_id: client.client_id },
          body: { overlap_hours: bySecret ? hours : 0 },
          throwOnError: true,
        }),
      ),
    onSuccess: (saved) => {
      onSecret(saved.client_secret)
      keep.client(saved)
      onClose()
    },
    gcTime: 0,
  })
  return (
    <Modal
      open
      title={t('accounts.clients.rotateTitle', { name: client.name })}
      okText={t('accounts.clients.rotate')}
      cancelText={t('ui.cancel')}
      confirmLoading={rotate.isPending}
      onOk={() => rotate.mutate()}
      onCancel={onClose}
    >
      <FormErrors lines={rotate.error ? [problemText(rotate.error)] : []} />
      <p className="sub">
        {t(bySecret ? 'accounts.clients.rotateWhat' : 'accounts.clients.rotateFromKey')}
      </p>
      {bySecret ? (
        <Form layout="vertical">
          <Form.Item label={t('accounts.clients.overlap')} htmlFor="overlap">
            <Select
              id="overlap"
              value={hours}
              onChange={setHours}
              options={HOURS.map((n) => ({
                value: n,
                label: t(n === 0 ? 'accounts.clients.atOnce' : 'accounts.clients.hours', { n }),
              }))}
            />
          </Form.Item>
        </Form>
      ) : null}
    </Modal>
  )
}
