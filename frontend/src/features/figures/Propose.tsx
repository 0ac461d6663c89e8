import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Drawer, Form, Input, InputNumber } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, newKey } from '@/api/client'
import type { ParameterDetail, RevisionCreate } from '@/api/gen/types.gen'
import { FormFrame } from '@/ui/form/FormFrame'
import { useServerErrors } from '@/ui/form/serverErrors'
import { Effects } from './Effects'
import { FigureInput } from './FigureInput'
import type { FigureIs } from './FigureValue'
import { propose } from './queries'
import { FIRST_YEAR, LAST_YEAR } from './search'
import { fits } from './values'

interface Values {
  year: number
  value: FigureIs
  basis: string
  document_number: string
  note?: string
}
interface Props {
  parameter: ParameterDetail
  year: number
  onClose: () => void
}

/** A new figure of a year by an order; beside it, what would read it. */
export function Propose({ parameter, year, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form] = Form.useForm<Values>()
  const asked = Form.useWatch('year', form) ?? year
  const { lines, show, clear } = useServerErrors(form)
  const key = useRef(newKey())
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: ({ note = '', ...values }: Values) => {
      const body: RevisionCreate = { ...values, note }
      return propose(parameter.slug, body, key.current)
    },
    onMutate: clear,
    onSuccess: () => {
      onClose()
      return client.invalidateQueries()
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status > 0) key.current = newKey()
      show(error)
    },
  })
  const title = t('figures.proposeTitle', { title: parameter.title })
  return (
    <Drawer open size={640} title={title} aria-label={title} onClose={onClose}>
      <p className="sub">{t('figures.secondPerson')}</p>
      <FormFrame<Values>
        form={form}
        initialValues={{ year, value: parameter.in_force?.value }}
        onSubmit={mutate}
        pending={isPending}
        saved={isSuccess}
        lines={lines}
        submitText={t('figures.propose')}
        onCancel={onClose}
        draft={{ key: `revision:${parameter.slug}`, personal: [] }}
      >
        <Form.Item
          name="year"
          label={t('figures.year')}
          rules={[{ required: true, message: t('ui.rule.invalid') }]}
        >
          <InputNumber className="year" min={FIRST_YEAR} max={LAST_YEAR} precision={0} autoFocus />
        </Form.Item>
        <Form.Item
          name="value"
          label={t('figures.value')}
          required
          rules={[
            {
              validator: async (_, value: unknown) => {
                const fault = fits(parameter.kind, value)
                if (fault) throw new Error(t(`figures.${fault}`))
              },
            },
          ]}
        >
          <FigureInput parameter={parameter} />
        </Form.Item>
        <Form.Item
          name="basis"
          label={t('figures.basisName')}
          rules={[{ required: true, whitespace: true, message: t('figures.basisMissing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="document_number"
          label={t('figures.document')}
          rules={[{ required: true, whitespace: true, message: t('figures.documentMissing') }]}
        >
          <Input maxLength={120} placeholder={t('figures.documentHint')} />
        </Form.Item>
        <Form.Item name="note" label={t('figures.note')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Effects parameter={parameter} year={asked} />
      </FormFrame>
    </Drawer>
  )
}
