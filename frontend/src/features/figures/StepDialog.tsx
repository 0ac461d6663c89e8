import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, newKey } from '@/api/client'
import type { ParameterDetail, PossibleStepOut, RevisionOut } from '@/api/gen/types.gen'
import { FormErrors } from '@/ui/form/FormErrors'
import { submitOnCtrlEnter } from '@/ui/form/keys'
import { useServerErrors } from '@/ui/form/serverErrors'
import { FigureValue } from './FigureValue'
import { isStep, takeStep } from './queries'

interface Props {
  revision: RevisionOut
  step: PossibleStepOut
  parameter: ParameterDetail
  onClose: () => void
}

/** One step on an order: what it says is read once more, then taken; a refusal stays in sight. */
export function StepDialog({ revision, step, parameter, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form] = Form.useForm<{ note?: string }>()
  const { lines, show, clear } = useServerErrors(form)
  const key = useRef(newKey())
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ note = '' }: { note?: string }) =>
      isStep(step.action) ? takeStep(revision, step.action, note.trim(), key.current) : null,
    onMutate: clear,
    // A figure reaches registers, indicators and plans: all of it is asked anew.
    onSuccess: () => {
      onClose()
      return client.invalidateQueries()
    },
    onError: (error) => {
      if (error instanceof ApiError && error.status > 0) key.current = newKey()
      show(error)
      void client.invalidateQueries()
    },
  })
  return (
    <Modal
      open
      title={step.title}
      okText={step.title}
      cancelText={t('ui.cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <FormErrors lines={lines} />
      <p>
        {parameter.title} · {t('figures.yearOf', { year: revision.year })}：
        <FigureValue parameter={parameter} value={revision.value} />
      </p>
      {step.action === 'confirm' ? <p className="sub">{t('figures.confirmNote')}</p> : null}
      <Form form={form} layout="vertical" onFinish={mutate} onKeyDown={submitOnCtrlEnter(form)}>
        <Form.Item
          name="note"
          label={t(step.note_required ? 'figures.stepNoteNeeded' : 'figures.stepNote')}
          rules={
            step.note_required
              ? [{ required: true, whitespace: true, min: 2, message: t('ui.reasonMissing') }]
              : []
          }
        >
          <Input.TextArea autoFocus rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
