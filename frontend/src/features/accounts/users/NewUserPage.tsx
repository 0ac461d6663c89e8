import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { tagged } from '@/api/client'
import { createUser } from '@/api/gen/sdk.gen'
import type { UserCreate } from '@/api/gen/types.gen'
import { FormFrame } from '@/ui/form/FormFrame'
import { useServerErrors } from '@/ui/form/serverErrors'
import { PageHead } from '@/ui/PageHead'
import { OneTimeSecret } from '../OneTimeSecret'
import { useKeep } from '../queries'
import { UserFields } from './UserFields'
import '../accounts.css'

const PERSONAL = ['name', 'username'] as const

/** A new account; its one-time password is shown once and handed over in person. */
export function NewUserPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [form] = Form.useForm<UserCreate>()
  const { lines, show, clear } = useServerErrors(form)
  const keep = useKeep()
  const create = useMutation({
    mutationFn: (body: UserCreate) => tagged(createUser({ body, throwOnError: true })),
    onSuccess: keep.user,
    onError: show,
    gcTime: 0,
  })
  const made = create.data
  const leave = () => {
    create.reset()
    if (made) void navigate({ to: '/users/$userId', params: { userId: made.id } })
  }
  return (
    <>
      <PageHead title={t('accounts.users.create')} />
      <section className="surface panel account-form">
        <FormFrame<UserCreate>
          form={form}
          initialValues={{ roles: [{}] }}
          pending={create.isPending}
          lines={lines}
          saved={made !== undefined}
          draft={{ key: 'user', personal: PERSONAL }}
          submitText={t('accounts.users.make')}
          onCancel={() => void navigate({ to: '/users' })}
          onSubmit={(values) => {
            clear()
            create.mutate(values)
          }}
        >
          <UserFields isNew />
        </FormFrame>
      </section>
      {made ? (
        <OneTimeSecret
          title={t('accounts.secret.made', { name: made.name })}
          note={t('accounts.secret.passwordNote')}
          owner={{ label: t('front.username'), text: made.username }}
          secret={{ label: t('accounts.secret.password'), text: made.one_time_password }}
          onDone={leave}
        />
      ) : null}
    </>
  )
}
