import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Form } from 'antd'
import { expect, test, vi } from 'vitest'
import { FlagInput, SealedInput } from '@/features/households/edit/inputs'
import { originOf, usual } from '@/features/households/record/versions'
import { Worked } from '@/features/households/record/Worked'
import { show } from '../../show'

const version = (valid_from: string) => ({
  valid_from,
  recorded_at: '2018-07-01T00:00:00.000Z',
  actor_name: '东山街道办',
  source: 'hand',
})

test('a flag can be yes, no and not recorded again', async () => {
  const onChange = vi.fn()
  show(<FlagInput value={true} onChange={onChange} />)
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  await user.click(screen.getByRole('radio', { name: '否' }))
  await user.click(screen.getByRole('radio', { name: '未登记' }))
  expect(onChange.mock.calls).toEqual([[false], [null]])
})

test('a protected value is kept, replaced or emptied, and its clear text is never in the form', async () => {
  const seen = vi.fn()
  const Sealed = () => {
    const [form] = Form.useForm()
    return (
      <Form form={form} onFinish={seen}>
        <Form.Item name="phone">
          <SealedInput aria-label="电话" mask="138****1234" keeps={false} />
        </Form.Item>
        <button type="submit">存</button>
      </Form>
    )
  }
  show(<Sealed />)
  const user = userEvent.setup()
  const save = () => user.click(screen.getByText('存'))
  await save()
  await user.click(screen.getByRole('button', { name: '清空' }))
  await save()
  await user.click(screen.getByRole('button', { name: '不清空' }))
  await user.type(screen.getByRole('textbox', { name: '电话' }), '13900000000')
  await save()
  expect(seen.mock.calls.map(([values]) => values.phone)).toEqual([undefined, null, '13900000000'])
})

test('where a value comes from is said once for most, and by itself where it differs', () => {
  const traced = {
    facts: { a: 1, b: 2, c: 3, d: null },
    since: { c: 1, d: 1 },
    versions: [version('2018-01-01'), version('2018-06-12')],
  }
  expect(usual(traced, ['a', 'b', 'c', 'd'])?.valid_from).toBe('2018-01-01')
  expect(originOf(traced, 'c')?.valid_from).toBe('2018-06-12')
})

test('the sum of a year stands there whole', () => {
  show(
    <Worked
      members={2}
      amounts={{
        wage_income_fen: 1_000_000,
        business_income_fen: 0,
        property_income_fen: 0,
        transfer_income_fen: 50_001,
        business_cost_fen: 50_000,
      }}
    />,
  )
  expect(screen.getByText('10,000.01')).toBeInTheDocument()
  expect(screen.getByText('5,000.01')).toBeInTheDocument()
})
