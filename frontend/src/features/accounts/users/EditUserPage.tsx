import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { ifMatch, isConflict, tagged } from '@/api/client'
import { getUser, updateUser } from '@/api/gen/sdk.gen'
import type { PostIn, UserUpdate } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { useNamePage } from '@/lib/pageName'
import { ConflictCompare } from '@/ui/form/ConflictCompare'
import { FormFrame } from '@/ui/form/FormFrame'
import { useServerErrors } from '@/ui/form/serverErrors'
import { PageHead } from '@/ui/PageHead'
import { type User, useKeep, userQuery } from '../queries'
import { usePostsInWords } from './postsInWords'
import { UserFields } from './UserFields'
import '../accounts.css'

type Entry = Required<Pick<UserUpdate, 'name' | 'roles'>>
const entryOf = ({ name, roles }: User): Entry => ({
  name,
  roles: roles.map(({ role, place }): PostIn => ({ role, place_id: place.id })),
})

/** Name and posts of an account; whoever saved meanwhile is shown, and one chooses. */
export function EditUserPage() {
  const { t } = useTranslation()
  const { userId } = useParams({ from: '/shell/users/$userId/edit' })
  const navigate = useNavigate()
  const { data: user } = useSuspenseQuery(userQuery(userId))
  const { data: me } = useSuspenseQuery(meQuery)
  const [form] = Form.useForm<Entry>()
  const { lines, show, clear } = useServerErrors(form)
  const [theirs, setTheirs] = useState<User | null>(null)
  const keep = useKeep()
  const inWords = usePostsInWords()
  useNamePage(user.username)
  const own = me.id === user.id
  const back = (saved = false) =>
    void navigate({ to: '/users/$userId', params: { userId }, ignoreBlocker: saved })
  const save = useMutation({
    mutationFn: ({ entry, etag }: { entry: Entry; etag: string }) =>
      tagged(
        updateUser({
          path: { user_id: userId },
          headers: ifMatch(etag),
          body: own ? { name: entry.name ?? null } : entry,
          throwOnError: true,
        }),
      ),
    onSuccess: (saved) => {
      keep.user(saved)
      back(true)
    },
    onError: async (error) => {
      if (!isConflict(error)) return show(error)
      const call = getUser({ path: { user_id: userId }, throwOnError: true })
      setTheirs(await tagged(call))
    },
  })
  const submit = (entry: Entry, etag: string) => {
    clear()
    save.mutate({ entry, etag })
  }
  return (
    <>
      <PageHead title={t('accounts.users.edit', { name: user.name })} />
      <section className="surface panel account-form">
        <FormFrame<Entry>
          form={form}
          initialValues={entryOf(user)}
          pending={save.isPending}
          lines={lines}
          saved={save.isSuccess}
          onCancel={() => back()}
          onSubmit={(entry) => submit(entry, user.etag)}
        >
          <UserFields own={own} />
        </FormFrame>
      </section>
      {theirs ? (
        <ConflictCompare
          fields={[
            { key: 'name', label: t('accounts.columns.name') },
            { key: 'roles', label: t('accounts.columns.roles'), show: inWords },
          ]}
          theirs={entryOf(theirs) as unknown as Record<string, unknown>}
          mine={form.getFieldsValue(true) as Record<string, unknown>}
          by={`${t('ui.conflict.somebody')} ${instant(theirs.changed_at)} `}
          onResolve={(values) => {
            setTheirs(null)
            form.setFieldsValue(values as unknown as Entry)
            submit(values as unknown as Entry, theirs.etag)
          }}
          onClose={() => setTheirs(null)}
        />
      ) : null}
    </>
  )
}
