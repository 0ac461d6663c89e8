import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { tagged } from '@/api/client'
import { markPlace } from '@/api/gen/sdk.gen'
import type { PlaceMarkCreate } from '@/api/gen/types.gen'
import { DayInput } from '@/ui/form/DayInput'
import { FormErrors } from '@/ui/form/FormErrors'
import { submitOnCtrlEnter } from '@/ui/form/keys'
import { useServerErrors } from '@/ui/form/serverErrors'
import { keepPlace, type Place } from './queries'

/** The last one ends the initial load of the village: new households then need the workflow. */
const MARKS = ['provincial-poor', 'key-helped', 'load-closed'] as const

export function NewMark({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form] = Form.useForm<PlaceMarkCreate>()
  const { lines, show, clear } = useServerErrors(form)
  const { mutate, isPending } = useMutation({
    mutationFn: (body: PlaceMarkCreate) =>
      tagged(markPlace({ path: { place_id: place.id }, body, throwOnError: true })),
    onMutate: clear,
    onSuccess: (saved) => {
      keepPlace(client, saved)
      onClose()
    },
    onError: show,
  })
  const needed = (title: string) => [{ required: true, message: t('places.needed', { title }) }]
  return (
    <Modal
      open
      title={`${place.name} ${t('places.addMark')}`}
      okText={t('ui.save')}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <FormErrors lines={lines} />
      <Form<PlaceMarkCreate>
        form={form}
        layout="vertical"
        onFinish={(values) => mutate(values)}
        onKeyDown={submitOnCtrlEnter(form)}
      >
        <Form.Item name="mark" label={t('places.mark')} rules={needed(t('places.mark'))}>
          <Select options={MARKS.map((value) => ({ value, label: t(`places.marks.${value}`) }))} />
        </Form.Item>
        <Form.Item name="valid_from" label={t('places.from')} rules={needed(t('places.from'))}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="document"
          label={t('places.document')}
          rules={needed(t('places.document'))}
        >
          <Input maxLength={120} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
