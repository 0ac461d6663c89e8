import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagged } from '@/api/client'
import { disableClient, enableClient } from '@/api/gen/sdk.gen'
import { ConfirmReason } from '@/ui/ConfirmReason'
import { LinkButton } from '@/ui/LinkButton'
import { OneTimeSecret } from '../OneTimeSecret'
import { type Client, useKeep } from '../queries'
import { KeysDialog } from './KeysDialog'
import { RotateDialog } from './RotateDialog'

type Asking = 'switch' | 'rotate' | 'keys' | null

export function ClientActs({ client }: { client: Client }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asking>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const keep = useKeep()
  const act = client.is_disabled ? 'enable' : 'disable'
  const close = () => setAsking(null)
  const carryOut = async (reason: string) => {
    const call = act === 'disable' ? disableClient : enableClient
    const path = { client_id: client.client_id }
    keep.client(await tagged(call({ path, body: { reason }, throwOnError: true })))
  }
  return (
    <div className="row">
      {client.is_disabled ? null : (
        <>
          <Button onClick={() => setAsking('rotate')}>{t('accounts.clients.rotate')}</Button>
          <Button onClick={() => setAsking('keys')}>{t('accounts.clients.keys')}</Button>
        </>
      )}
      <Button danger={act === 'disable'} onClick={() => setAsking('switch')}>
        {t(`accounts.acts.${act}.name`)}
      </Button>
      <LinkButton
        to="/clients/$clientId/edit"
        params={{ clientId: client.client_id }}
        type="primary"
        icon={<EditOutlined />}
      >
        {t('accounts.acts.edit')}
      </LinkButton>
      {asking === 'switch' ? (
        <ConfirmReason
          title={t(`accounts.clients.${act}.title`, { name: client.name })}
          phrases={t(`accounts.clients.${act}.reasons`).split('|')}
          confirmText={t(`accounts.acts.${act}.name`)}
          danger={act === 'disable'}
          onConfirm={carryOut}
          onClose={close}
        >
          <p className="sub">{t(`accounts.clients.${act}.what`)}</p>
        </ConfirmReason>
      ) : null}
      {asking === 'rotate' ? (
        <RotateDialog client={client} onSecret={setSecret} onClose={close} />
      ) : null}
      {asking === 'keys' ? <KeysDialog client={client} onClose={close} /> : null}
      {secret === null ? null : (
        <OneTimeSecret
          title={t('accounts.secret.client')}
          note={t('accounts.secret.clientNote')}
          owner={{ label: t('accounts.clients.id'), text: client.client_id }}
          secret={{ label: t('accounts.secret.client'), text: secret }}
          onDone={() => setSecret(null)}
        />
      )}
    </div>
  )
}
