import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch, tagged } from '@/api/client'
import { updatePlace } from '@/api/gen/sdk.gen'
import type { PlaceUpdate } from '@/api/gen/types.gen'
import { DayInput } from '@/ui/form/DayInput'
import { FormErrors } from '@/ui/form/FormErrors'
import { submitOnCtrlEnter } from '@/ui/form/keys'
import { useServerErrors } from '@/ui/form/serverErrors'
import { keepPlace, type Place } from './queries'

/** A hamlet's name is put right; a town or village is renamed from a day on. */
export function Rename({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form] = Form.useForm<PlaceUpdate>()
  const { lines, show, clear } = useServerErrors(form)
  const dated = place.kind !== 'hamlet'
  const { mutate, isPending } = useMutation({
    mutationFn: (body: PlaceUpdate) =>
      tagged(
        updatePlace({
          path: { place_id: place.id },
          headers: ifMatch(place.etag),
          body,
          throwOnError: true,
        }),
      ),
    onMutate: clear,
    onSuccess: (saved) => {
      keepPlace(client, saved)
      onClose()
    },
    onError: show,
  })
  const needed = (title: string) => [
    { required: true, whitespace: true, message: t('places.needed', { title }) },
  ]
  return (
    <Modal
      open
      title={`${t('places.rename')} ${place.name}`}
      okText={t('ui.save')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <FormErrors lines={lines} />
      <Form<PlaceUpdate>
        form={form}
        layout="vertical"
        initialValues={{ name: place.name }}
        onFinish={(values) => mutate(values)}
        onKeyDown={submitOnCtrlEnter(form)}
      >
        <Form.Item name="name" label={t('places.newName')} rules={needed(t('places.newName'))}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        {dated ? (
          <Form.Item
            name="valid_from"
            label={t('places.effective')}
            rules={needed(t('places.effective'))}
          >
            <DayInput />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}
