import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { tagged } from '@/api/client'
import { createClient } from '@/api/gen/sdk.gen'
import type { ClientCreate, ClientOut } from '@/api/gen/types.gen'
import { FormFrame } from '@/ui/form/FormFrame'
import { useServerErrors } from '@/ui/form/serverErrors'
import { PageHead } from '@/ui/PageHead'
import { OneTimeSecret } from '../OneTimeSecret'
import { useKeep } from '../queries'
import { ClientFields } from './ClientFields'
import { readKeys } from './jwks'
import { KeysField } from './KeysField'
import '../accounts.css'

interface Entry extends Omit<ClientCreate, 'jwks'> {
  authentication: ClientOut['authentication']
  jwks?: string
}

function bodyOf({ authentication, jwks, ...rest }: Entry): ClientCreate {
  const read = authentication === 'private_key_jwt' ? readKeys(jwks ?? '') : null
  return { ...rest, ...(read && 'keys' in read && { jwks: { keys: read.keys } }) }
}

/** A new machine client; its secret is shown once, unless it signs with keys of its own. */
export function NewClientPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [form] = Form.useForm<Entry>()
  const authentication = Form.useWatch('authentication', form)
  const { lines, show, clear } = useServerErrors(form)
  const keep = useKeep()
  const open = (clientId: string) =>
    navigate({ to: '/clients/$clientId', params: { clientId }, ignoreBlocker: true })
  const create = useMutation({
    mutationFn: (entry: Entry) => tagged(createClient({ body: bodyOf(entry), throwOnError: true })),
    onSuccess: async (made) => {
      keep.client(made)
      if (made.client_secret === null) await open(made.client_id)
    },
    onError: show,
    gcTime: 0,
  })
  const made = create.data
  const leave = () => {
    create.reset()
    if (made) void open(made.client_id)
  }
  return (
    <>
      <PageHead title={t('accounts.clients.create')} />
      <section className="surface panel account-form">
        <FormFrame<Entry>
          form={form}
          initialValues={{ authentication: 'secret' }}
          pending={create.isPending}
          lines={lines}
          saved={made !== undefined}
          draft={{ key: 'client', personal: ['jwks'] }}
          submitText={t('accounts.clients.make')}
          onCancel={() => void navigate({ to: '/clients' })}
          onSubmit={(values) => {
            clear()
            create.mutate(values)
          }}
        >
          <ClientFields />
          <Form.Item name="authentication" label={t('accounts.clients.authentication')}>
            <Radio.Group aria-label={t('accounts.clients.authentication')}>
              <Radio value="secret">{t('accounts.clients.by.secret')}</Radio>
              <Radio value="private_key_jwt">{t('accounts.clients.by.private_key_jwt')}</Radio>
            </Radio.Group>
          </Form.Item>
          {authentication === 'private_key_jwt' ? <KeysField /> : null}
        </FormFrame>
      </section>
      {made?.client_secret ? (
        <OneTimeSecret
          title={t('accounts.secret.made', { name: made.name })}
          note={t('accounts.secret.clientNote')}
          owner={{ label: t('accounts.clients.id'), text: made.client_id }}
          secret={{ label: t('accounts.secret.client'), text: made.client_secret }}
          onDone={leave}
        />
      ) : null}
    </>
  )
}
