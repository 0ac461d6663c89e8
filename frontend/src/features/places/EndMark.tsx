import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch, tagged } from '@/api/client'
import { endPlaceMark } from '@/api/gen/sdk.gen'
import type { PlaceMarkEnd, PlaceMarkOut } from '@/api/gen/types.gen'
import { DayInput } from '@/ui/form/DayInput'
import { FormErrors } from '@/ui/form/FormErrors'
import { useServerErrors } from '@/ui/form/serverErrors'
import { keepPlace, type Place } from './queries'

interface Props {
  place: Place
  mark: PlaceMarkOut
  onClose: () => void
}

export function EndMark({ place, mark, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form] = Form.useForm<PlaceMarkEnd>()
  const { lines, show, clear } = useServerErrors(form)
  const { mutate, isPending } = useMutation({
    mutationFn: (body: PlaceMarkEnd) =>
      tagged(
        endPlaceMark({
          path: { place_id: place.id, mark_id: mark.id },
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
  const endsOn = t('places.endsOn')
  return (
    <Modal
      open
      title={`${t('places.endMark')} ${t(`places.marks.${mark.mark}`)}`}
      okText={t('ui.save')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <FormErrors lines={lines} />
      <Form<PlaceMarkEnd> form={form} layout="vertical" onFinish={(values) => mutate(values)}>
        <Form.Item
          name="valid_to"
          label={endsOn}
          rules={[{ required: true, message: t('places.needed', { title: endsOn }) }]}
        >
          <DayInput min={mark.valid_from} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
