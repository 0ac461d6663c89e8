import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { ParameterDetail } from '@/api/gen/types.gen'
import { FigureInput } from '@/features/figures/FigureInput'
import { FigureValue } from '@/features/figures/FigureValue'
import { fits, shareBp } from '@/features/figures/values'
import { show } from '../show'

test.each([
  ['money', 2_000_000, null],
  ['money', null, 'valueMissing'],
  ['money', Number.NaN, 'valueWrong'],
  ['money', -1, 'valueWrong'],
  ['count', 1.5, 'valueWrong'],
  ['percent', 9325, null],
  ['flag', false, null],
  ['flag', undefined, 'valueMissing'],
  ['choice', '', 'valueMissing'],
  ['choice', 'able-persons', null],
  ['split', [60, 30, 5, 5], null],
  ['split', [0, 0, 0, 0], 'splitMissing'],
  ['split', [60, null, 5, 5], 'splitMissing'],
  ['split', undefined, 'splitMissing'],
] as const)('a figure of kind %s that is %j: %s', (kind, value, fault) => {
  expect(fits(kind, value)).toBe(fault)
})

test('shares of weights: rounded down, none while there is no weight', () => {
  expect([0, 1, 2, 3].map((at) => shareBp([60, 30, 5, 5], at))).toEqual([6000, 3000, 500, 500])
  expect(shareBp([1, 1, 1], 0)).toBe(3333)
  expect(shareBp([null, 0], 0)).toBeNull()
})

const parameter = (more: Partial<ParameterDetail>) =>
  ({ title: '某数', unit: '', parts: [], choices: null, ...more }) as ParameterDetail
const tiers = parameter({
  kind: 'split',
  parts: [
    { slug: 'province', title: '省' },
    { slug: 'district', title: '区' },
  ],
})

test('weights are typed by tier, and their shares stand beside them', () => {
  const onChange = vi.fn()
  show(<FigureInput parameter={tiers} value={[60, 40]} onChange={onChange} />)
  expect(screen.getByText('占 60%')).toBeInTheDocument()
  fireEvent.change(screen.getByLabelText('区'), { target: { value: '20' } })
  expect(onChange).toHaveBeenLastCalledWith([60, 20])
})

test.each([
  ['percent', '93.25', 9325],
  ['percent', '0.29', 29],
  ['count', '65', 65],
  ['money', '7365', 736_500],
] as const)('%s typed as %s is %i for the server', (kind, typed, value) => {
  const onChange = vi.fn()
  show(<FigureInput parameter={parameter({ kind })} onChange={onChange} />)
  fireEvent.change(screen.getByLabelText('某数'), { target: { value: typed } })
  expect(onChange).toHaveBeenLastCalledWith(value)
})

test('a choice is asked by its words and told by its code', () => {
  const onChange = vi.fn()
  const choices = { 'able-persons': '有劳动能力的个人' }
  show(<FigureInput parameter={parameter({ kind: 'choice', choices })} onChange={onChange} />)
  fireEvent.click(screen.getByLabelText('有劳动能力的个人'))
  expect(onChange).toHaveBeenLastCalledWith('able-persons')
})

test.each([
  [parameter({ kind: 'money', unit: '元／人' }), 2_000_000, '20,000.00 元／人'],
  [parameter({ kind: 'percent', unit: '%' }), 9300, '93%'],
  [parameter({ kind: 'flag' }), false, '否'],
  [parameter({ kind: 'count', unit: '岁' }), 60, '60 岁'],
  [tiers, [60, 40], '省 60区 40'],
  [tiers, null, '此前没有规定'],
])('%# is read as people read it', (shown, value, text) => {
  const { container } = show(<FigureValue parameter={shown} value={value} />)
  expect(container).toHaveTextContent(text)
})
