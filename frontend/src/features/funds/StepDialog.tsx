import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, newKey } from '@/api/client'
import type { FundPlanDetail, FundPlanStep, PossibleStepOut } from '@/api/gen/types.gen'
import { count, fenToYuan } from '@/lib/money'
import { FormErrors } from '@/ui/form/FormErrors'
import { submitOnCtrlEnter } from '@/ui/form/keys'
import { useServerErrors } from '@/ui/form/serverErrors'
import { isStep, takeStep } from './queries'
import { StepFields } from './StepFields'

interface Props {
  plan: FundPlanDetail
  step: PossibleStepOut
  today: string
  onClose: () => void
}

/** One step on a plan with its papers; a refusal says everything that stands in the way. */
export function StepDialog({ plan, step, today, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form] = Form.useForm<FundPlanStep>()
  const { lines, show, clear } = useServerErrors(form)
  const key = useRef(newKey())
  const { mutate, isPending } = useMutation({
    mutationFn: async (body: FundPlanStep) =>
      isStep(step.action) ? takeStep(plan, step.action, body, key.current) : null,
    onMutate: clear,
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
      okButtonProps={{ loading: isPending, danger: step.action === 'withdraw' }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <FormErrors lines={lines} />
      <p className="num">
        {plan.title} · {t('funds.headsOf', { n: count(plan.heads) })} ·{' '}
        <b>
          {fenToYuan(plan.total_fen)} {t('ui.yuan')}
        </b>
      </p>
      {step.action === 'check' ? <p className="sub">{t('funds.step.second')}</p> : null}
      {step.action === 'decide' ? <p className="sub">{t('funds.step.final')}</p> : null}
      <Form form={form} layout="vertical" onFinish={mutate} onKeyDown={submitOnCtrlEnter(form)}>
        <StepFields plan={plan} step={step} today={today} />
      </Form>
    </Modal>
  )
}
