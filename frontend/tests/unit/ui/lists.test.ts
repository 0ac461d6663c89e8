import { describe, expect, test } from 'vitest'
import { chartOption, chartRows } from '@/ui/chart/option'
import { place } from '@/ui/grid/columns'
import { isEmpty, isSelected, NOTHING, toggle, togglePage } from '@/ui/grid/selection'
import { chipsOf, type Filter } from '@/ui/list/filters'

const column = (id: string, more = {}) => ({ id, title: id, width: 100, cell: () => null, ...more })

describe('columns', () => {
  const columns = [column('a'), column('b', { pinned: true }), column('c', { hidden: true })]

  test('pinned ones come first, each at its distance', () => {
    const shown = place(columns, { a: { pinned: true, width: 50 }, c: { hidden: false } }, 40)
    expect(shown.map(({ id, left }) => [id, left])).toEqual([
      ['a', 40],
      ['b', 90],
      ['c', undefined],
    ])
  })

  test('what is hidden is not there', () => {
    expect(place(columns, {}, 0).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('selection', () => {
  const page = ['1', '2', '3']

  test('rows over several pages', () => {
    const one = toggle(NOTHING, '9', page)
    const two = togglePage(one, page)
    expect([...two.ids]).toEqual(['9', '1', '2', '3'])
    expect([...togglePage(two, page).ids]).toEqual(['9'])
  })

  test('taking one out of all leaves the rest of the page', () => {
    const rest = toggle({ all: true, ids: new Set() }, '2', page)
    expect(rest.all).toBe(false)
    expect([...rest.ids]).toEqual(['1', '3'])
  })

  test('all means rows of other pages too', () => {
    const all = { all: true, ids: new Set<string>() }
    expect(isSelected(all, 'elsewhere')).toBe(true)
    expect(isEmpty(all)).toBe(false)
    expect(isEmpty(togglePage(all, page))).toBe(true)
  })
})

test('chips: one a value, and what remains without it', () => {
  const filters: Filter[] = [
    { key: 'status', label: '状态', kind: 'multi', options: [{ value: 'a', label: '甲' }] },
    { key: 'insured', label: '参保', kind: 'flag' },
    { key: 'at', label: '截至', kind: 'day' },
    { key: 'none', label: '无', kind: 'text' },
  ]
  const values = { status: ['a', 'b'], insured: false, at: '2018-06-30', none: '' }
  expect(chipsOf(filters, values, { yes: '是', no: '否' })).toEqual([
    { key: 'status', label: '状态', text: '甲', rest: ['b'] },
    { key: 'status', label: '状态', text: 'b', rest: ['a'] },
    { key: 'insured', label: '参保', text: '否', rest: undefined },
    { key: 'at', label: '截至', text: '2018-06-30', rest: undefined },
  ])
})

test('a chart knows unknown from zero and draws its goal once', () => {
  const data = {
    kind: 'bar' as const,
    categories: ['东山', '东简'],
    series: [
      { name: '甲', values: [1, null] },
      { name: '乙', values: [0, 2] },
    ],
    goal: { value: 2, label: '目标 2' },
  }
  expect(chartRows(data)).toEqual([
    ['东山', 1, 0],
    ['东简', null, 2],
  ])
  const { series } = chartOption(data) as { series: { markLine?: unknown }[] }
  expect(series.filter(({ markLine }) => markLine)).toHaveLength(1)
})
