import { Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { leaveHousehold } from '@/api/gen/sdk.gen'
import type { MemberLeave, MemberOut } from '@/api/gen/types.gen'
import { FormFrame } from '@/ui/form/FormFrame'
import type { Household } from '../queries'
import { useChange } from './change'
import { EditDrawer, useClosing } from './EditDrawer'
import type { Values } from './values'
import { useToday, When } from './When'

const REASONS = ['2', '3', '5', '11'] as const

export function LeaveEdit({ household, member }: { household: Household; member: MemberOut }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<MemberLeave>()
  const [base] = useState(household)
  const today = useToday()
  const name = member.facts.name ?? ''
  const change = useChange({
    form,
    base,
    send: (values, etag) =>
      leaveHousehold({
        path: { household_id: base.id, member_id: member.id },
        headers: ifMatch(etag),
        body: values as unknown as MemberLeave,
        throwOnError: true,
      }),
  })
  const close = useClosing(form, change.saved)
  return (
    <EditDrawer title={`${t('households.edit.leave')} ${name}`} onClose={close}>
      <FormFrame
        form={form}
        initialValues={{ valid_from: today }}
        onSubmit={(values) => change.save({ document: '', ...values } as unknown as Values)}
        pending={change.pending}
        lines={change.lines}
        onCancel={close}
        saved={change.saved}
      >
        <p>{t('households.edit.leaveNote', { name })}</p>
        <Form.Item
          name="reason"
          label={t('households.edit.reason')}
          rules={[
            {
              required: true,
              message: t('households.edit.choose', { title: t('households.edit.reason') }),
            },
          ]}
        >
          <Radio.Group
            options={REASONS.map((value) => ({
              value,
              label: t(`households.edit.reasons.${value}`),
            }))}
          />
        </Form.Item>
        <When />
      </FormFrame>
    </EditDrawer>
  )
}
