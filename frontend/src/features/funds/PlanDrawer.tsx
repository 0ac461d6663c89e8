import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Drawer, Form } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, newKey } from '@/api/client'
import type { FundPlanCreate, FundPlanDetail } from '@/api/gen/types.gen'
import { FormFrame } from '@/ui/form/FormFrame'
import { useServerErrors } from '@/ui/form/serverErrors'
import { PlanFields } from './PlanFields'
import { makePlan, revisePlan } from './queries'

interface Props {
  today: string
  /** The returned plan that is computed anew. */
  plan?: FundPlanDetail
  onDone?: (plan: FundPlanDetail) => void
  onClose: () => void
}

/** What a plan is computed with. Figures left out are those in force on the day. */
export function PlanDrawer({ today, plan, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [form] = Form.useForm<FundPlanCreate>()
  const { lines, show, clear } = useServerErrors(form)
  const key = useRef(newKey())
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: (body: FundPlanCreate) =>
      plan ? revisePlan(plan, body, key.current) : makePlan(body, key.current),
    onMutate: clear,
    onSuccess: async (made) => {
      onClose()
      onDone?.(made)
      await client.invalidateQueries()
    },
    onError: (error) => {
      // An answer came, so this attempt is over; without one the same command is asked again.
      if (error instanceof ApiError && error.status > 0) key.current = newKey()
      show(error)
    },
  })
  const revise = plan?.possible_steps.find(({ action }) => action === 'revise')
  const title = revise?.title ?? t('funds.create')
  return (
    <Drawer open size={640} title={title} aria-label={title} onClose={onClose}>
      <p className="sub">{t(plan ? 'funds.reviseNote' : 'funds.makeNote')}</p>
      <FormFrame<FundPlanCreate>
        form={form}
        initialValues={plan ? valuesOf(plan) : { ...FIRST, snapshot_on: today }}
        onSubmit={mutate}
        pending={isPending}
        saved={isSuccess}
        lines={lines}
        submitText={plan ? title : t('funds.make')}
        onCancel={onClose}
        draft={{ key: `fund-plan:${plan?.id ?? 'new'}`, personal: [] }}
      >
        <PlanFields today={today} noteRequired={plan !== undefined} />
      </FormFrame>
    </Drawer>
  )
}

/** The three years the scheme runs. */
const FIRST = { start_year: 2016, end_year: 2018, rounding: 'fen' } as const

/** What the plan was asked with; figures are taken anew from those in force. */
const valuesOf = ({ title, start_year, end_year, snapshot_on, rounding }: FundPlanDetail) => ({
  title,
  start_year,
  end_year,
  snapshot_on,
  rounding,
})
