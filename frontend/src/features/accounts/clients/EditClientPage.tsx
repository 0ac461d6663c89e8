import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placesQuery } from '@/api/account'
import { ifMatch, isConflict, tagged } from '@/api/client'
import { getClient, updateClient } from '@/api/gen/sdk.gen'
import type { ClientUpdate } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { useNamePage } from '@/lib/pageName'
import { ConflictCompare } from '@/ui/form/ConflictCompare'
import { FormFrame } from '@/ui/form/FormFrame'
import { useServerErrors } from '@/ui/form/serverErrors'
import { PageHead } from '@/ui/PageHead'
import { type Client, clientQuery, useKeep } from '../queries'
import { scopesInWords } from '../words'
import { ClientFields } from './ClientFields'
import '../accounts.css'

type Entry = Required<Pick<ClientUpdate, 'name' | 'purpose' | 'place_id' | 'scopes'>>
const entryOf = ({ name, purpose, place, scopes }: Client): Entry => ({
  name,
  purpose,
  place_id: place.id,
  scopes,
})

/** What a machine client is called and how far it reaches. */
export function EditClientPage() {
  const { t } = useTranslation()
  const { clientId } = useParams({ from: '/shell/clients/$clientId/edit' })
  const navigate = useNavigate()
  const { data: client } = useSuspenseQuery(clientQuery(clientId))
  const { data: places } = useSuspenseQuery(placesQuery)
  const [form] = Form.useForm<Entry>()
  const { lines, show, clear } = useServerErrors(form)
  const [theirs, setTheirs] = useState<Client | null>(null)
  const keep = useKeep()
  useNamePage(client.name)
  const back = (saved = false) =>
    void navigate({ to: '/clients/$clientId', params: { clientId }, ignoreBlocker: saved })
  const save = useMutation({
    mutationFn: ({ entry, etag }: { entry: Entry; etag: string }) =>
      tagged(
        updateClient({
          path: { client_id: clientId },
          headers: ifMatch(etag),
          body: entry,
          throwOnError: true,
        }),
      ),
    onSuccess: (saved) => {
      keep.client(saved)
      back(true)
    },
    onError: async (error) => {
      if (!isConflict(error)) return show(error)
      setTheirs(await tagged(getClient({ path: { client_id: clientId }, throwOnError: true })))
    },
  })
  const submit = (entry: Entry, etag: string) => {
    clear()
    save.mutate({ entry, etag })
  }
  const placeName = (id: unknown) => places.find((place) => place.id === id)?.name ?? ''
  return (
    <>
      <PageHead title={t('accounts.users.edit', { name: client.name })} />
      <section className="surface panel account-form">
        <FormFrame<Entry>
          form={form}
          initialValues={entryOf(client)}
          pending={save.isPending}
          lines={lines}
          saved={save.isSuccess}
          onCancel={() => back()}
          onSubmit={(entry) => submit(entry, client.etag)}
        >
          <ClientFields />
        </FormFrame>
      </section>
      {theirs ? (
        <ConflictCompare
          fields={[
            { key: 'name', label: t('accounts.clients.name') },
            { key: 'purpose', label: t('accounts.clients.purpose') },
            { key: 'place_id', label: t('accounts.clients.place'), show: placeName },
            { key: 'scopes', label: t('accounts.clients.scopes'), show: scopesInWords },
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
