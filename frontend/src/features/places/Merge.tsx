import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { mergeHamlet } from '@/api/gen/sdk.gen'
import type { PlaceOut } from '@/api/gen/types.gen'
import { FormErrors } from '@/ui/form/FormErrors'
import { useServerErrors } from '@/ui/form/serverErrors'
import { useGo } from './go'
import type { Place } from './queries'
import { similar } from './tree'

interface Props {
  place: Place
  places: readonly PlaceOut[]
  onClose: () => void
}

/** Two names of one hamlet become one: its households move along, its name stays as a spelling. */
export function Merge({ place, places, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const go = useGo()
  const [form] = Form.useForm<{ into_id: string }>()
  const { lines, show, clear } = useServerErrors(form)
  const others = places.filter(
    ({ id, kind, parent_id }) =>
      kind === 'hamlet' && parent_id === place.parent_id && id !== place.id,
  )
  const [likely] = similar(places, place)
  const { mutate, isPending } = useMutation({
    mutationFn: (body: { into_id: string }) =>
      mergeHamlet({
        path: { place_id: place.id },
        headers: ifMatch(place.etag),
        body,
        throwOnError: true,
      }),
    onMutate: clear,
    onSuccess: async (_, { into_id }) => {
      onClose()
      go({ open: into_id })
      // The tree, the other place and every list of households have changed.
      await client.invalidateQueries()
    },
    onError: show,
  })
  const into = t('places.into')
  return (
    <Modal
      open
      title={t('places.mergeTitle', { name: place.name })}
      okText={t('places.merge')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: isPending, danger: true }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('places.mergeWhy', { name: place.name })}</p>
      <FormErrors lines={lines} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ into_id: likely?.id }}
        onFinish={(values) => mutate(values)}
      >
        <Form.Item
          name="into_id"
          label={into}
          rules={[{ required: true, message: t('places.needed', { title: into }) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
