import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ApiError } from '@/api/client'
import { Card } from '@/ui/Card'
import { Cell, type Fact, type Value } from '@/ui/Cell'
import { MoneyInput } from '@/ui/form/MoneyInput'
import { Masked } from '@/ui/Masked'
import { StatusWord } from '@/ui/StatusWord'
import { show } from '../show'

const choices = { a: '因病', b: '因残' }
test.each<[Fact, Value, string]>([
  [{ kind: 'text' }, '北港村', '北港村'],
  [{ kind: 'count', unit: '人' }, 1352, '1,352人'],
  [{ kind: 'flag' }, false, '否'],
  [{ kind: 'choice', choices }, 'a', '因病'],
  [{ kind: 'choice', choices }, 'z', 'z'],
  [{ kind: 'multi', choices }, ['a', 'b'], '因病、因残'],
  [{ kind: 'money' }, 848330, '8,483.30'],
  [{ kind: 'percent' }, 9325, '93.25%'],
  [{ kind: 'percent' }, '33.3', '33.3%'],
  [{ kind: 'date' }, '2018-06-30', '2018-06-30'],
  [{ kind: 'area', unit: '亩' }, '2.5', '2.5 亩'],
  [{ kind: 'masked' }, '4408**********1234', '4408**********1234'],
  [{ kind: 'count' }, 0, '0'],
])('cell %j %j', (fact, value, text) => {
  const { container } = show(<Cell fact={fact} value={value} />)
  expect(container).toHaveTextContent(text)
})

test.each([null, undefined, ''])('unknown (%s) is said, and is not no', (value) => {
  show(<Cell fact={{ kind: 'flag' }} value={value} />)
  expect(screen.getByRole('img', { name: '未登记' })).toHaveTextContent('—')
})

test('a status has its word and its colour', () => {
  show(<StatusWord status="failed">失败</StatusWord>)
  expect(screen.getByText('失败').style.getPropertyValue('--c')).toBe('var(--bad)')
})

function Broken(): never {
  throw new ApiError({
    type: 'x',
    title: '统计没有算完',
    detail: null,
    status: 503,
    code: 'busy',
    request_id: 'r-7',
    errors: [],
  })
}
test('a card fails alone, with what, why, a reference and a way on', () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
  show(
    <>
      <Card title="养老金">
        <Broken />
      </Card>
      <Card title="医保">98%</Card>
    </>,
  )
  quiet.mockRestore()
  const alert = screen.getByRole('alert')
  expect(alert).toHaveTextContent('“养老金”没有显示出来')
  expect(alert).toHaveTextContent('统计没有算完')
  expect(alert).toHaveTextContent('r-7')
  expect(screen.getByRole('button', { name: '重试' })).toBeEnabled()
  expect(screen.getByText('98%')).toBeInTheDocument()
})

test('a masked value asks why, then shows, then hides', async () => {
  const onReveal = vi.fn(async () => '440811199001011234')
  show(<Masked value="4408**********1234" label="身份证号" onReveal={onReveal} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '查看完整身份证号' }))
  await user.click(screen.getAllByRole('button', { name: '查看完整身份证号' }).at(-1) as Element)
  expect(await screen.findByText(/请写明原因/)).toBeInTheDocument()
  expect(onReveal).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: '核对发放账户' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.click(screen.getAllByRole('button', { name: '查看完整身份证号' }).at(-1) as Element)
  expect(await screen.findByText('440811199001011234')).toBeInTheDocument()
  expect(onReveal).toHaveBeenCalledWith('核对发放账户')
  await user.click(screen.getByRole('button', { name: '隐藏身份证号' }))
  expect(screen.getByText('4408**********1234')).toBeInTheDocument()
})

test('without the right there is nothing to ask with', () => {
  show(<Masked value="139****1234" label="电话" />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('money is typed in yuan and given in fen', async () => {
  const onChange = vi.fn()
  show(<MoneyInput aria-label="金额" onChange={onChange} />)
  const user = userEvent.setup()
  await user.type(screen.getByRole('textbox'), '1200.5')
  expect(onChange).toHaveBeenLastCalledWith(120050)
  await user.clear(screen.getByRole('textbox'))
  expect(onChange).toHaveBeenLastCalledWith(null)
  await user.type(screen.getByRole('textbox'), '一千')
  expect(onChange).toHaveBeenLastCalledWith(Number.NaN)
})
