import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch, tagged } from '@/api/client'
import { updateClient } from '@/api/gen/sdk.gen'
import { FormErrors } from '@/ui/form/FormErrors'
import { useServerErrors } from '@/ui/form/serverErrors'
import { type Client, useKeep } from '../queries'
import { type Key, readKeys } from './jwks'
import { KeysField } from './KeysField'

/** The client signs with keys of its own from now on; its secret is void. */
export function KeysDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ jwks: string }>()
  const { lines, show, clear } = useServerErrors(form)
  const keep = useKeep()
  const save = useMutation({
    mutationFn: (keys: Key[]) =>
      tagged(
        updateClient({
          path: { client_id: client.client_id },
          headers: ifMatch(client.etag),
          body: { jwks: { keys } },
          throwOnError: true,
        }),
      ),
    onSuccess: (saved) => {
      keep.client(saved)
      onClose()
    },
    onError: show,
  })
  return (
    <Modal
      open
      width={640}
      title={t('accounts.clients.keysTitle', { name: client.name })}
      okText={t('ui.save')}
      cancelText={t('ui.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Alert
        className="form-errors"
        type="warning"
        showIcon
        title={t('accounts.clients.keysWhat')}
      />
      <FormErrors lines={lines} />
      <Form
        form={form}
        layout="vertical"
        onFinish={({ jwks }) => {
          clear()
          const read = readKeys(jwks)
          if ('keys' in read) save.mutate(read.keys)
        }}
      >
        <KeysField />
      </Form>
    </Modal>
  )
}
