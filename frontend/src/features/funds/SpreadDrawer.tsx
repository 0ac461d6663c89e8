import { useMutation } from '@tanstack/react-query'
import { Button, Drawer, Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FundPlanDetail, SpreadRequest } from '@/api/gen/types.gen'
import { FormErrors } from '@/ui/form/FormErrors'
import { submitOnCtrlEnter } from '@/ui/form/keys'
import { MoneyInput } from '@/ui/form/MoneyInput'
import { useServerErrors } from '@/ui/form/serverErrors'
import { spread } from './queries'
import { SpreadTable } from './SpreadTable'

interface Props {
  plan: FundPlanDetail
  onClose: () => void
}
const ROUNDINGS = ['fen', 'yuan', 'hundred-yuan', 'ten-thousand-yuan'] as const

/** An amount that came in, spread by the plan's people and tiers; a preview that keeps nothing. */
export function SpreadDrawer({ plan, onClose }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<SpreadRequest>()
  const { lines, show, clear } = useServerErrors(form)
  const { mutate, data, isPending } = useMutation({
    mutationFn: (asked: SpreadRequest) => spread({ ...asked, plan_id: plan.id }),
    onMutate: clear,
    onError: show,
  })
  const title = t('funds.spread.title')
  return (
    <Drawer open size={960} title={title} aria-label={title} onClose={onClose}>
      <p className="sub">{t('funds.spread.what')}</p>
      <FormErrors lines={lines} />
      <Form<SpreadRequest>
        form={form}
        layout="vertical"
        className="fund-spread"
        initialValues={{ over: 'villages', rounding: plan.rounding }}
        onFinish={mutate}
        onKeyDown={submitOnCtrlEnter(form)}
      >
        <Form.Item
          name="amount_fen"
          label={t('funds.spread.amount')}
          required
          rules={[
            {
              validator: async (_, fen: number | null | undefined) => {
                if (!(typeof fen === 'number' && fen > 0))
                  throw new Error(t('funds.spread.amountMissing'))
              },
            },
          ]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="rounding" label={t('funds.rounding')}>
          <Select
            options={ROUNDINGS.map((value) => ({ value, label: t(`funds.roundings.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="over" label={t('funds.spread.over')}>
          <Radio.Group aria-label={t('funds.spread.over')}>
            <Radio value="villages">{t('funds.spread.villages')}</Radio>
            <Radio value="towns">{t('funds.spread.towns')}</Radio>
          </Radio.Group>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('funds.spread.go')}
        </Button>
      </Form>
      {data ? <SpreadTable spread={data} title={`${plan.title} ${title}`} /> : null}
    </Drawer>
  )
}
