import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ColumnOut } from '@/api/gen/types.gen'
import i18n from '@/lib/i18n'
import { type DeclaredRow, declaredColumns, recordOf } from '@/ui/list/declared'

const column = (
  slug: string,
  kind: ColumnOut['kind'],
  more: Partial<ColumnOut> = {},
): ColumnOut => ({
  slug,
  title: slug,
  kind,
  unit: '',
  choices: null,
  choices_en: null,
  is_personal: false,
  help: '',
  ...more,
})
const row: DeclaredRow = {
  id: 'm1',
  household_id: 'h1',
  head: '陈一',
  name: '陈二',
  age: 61,
  health: ',02,04,',
  area: 8050,
  income_year: 2025,
  province: '440000',
  draws: null,
}
const health = { '02': '长期慢性病', '04': '残疾' }
const COLUMNS = [
  column('head', 'text', { is_personal: true }),
  column('name', 'text', { is_personal: true }),
  column('age', 'count', { unit: '岁' }),
  column('health', 'multi', { choices: health, choices_en: { '02': 'Chronic', '04': 'Disabled' } }),
  column('area', 'decimal', { unit: '㎡' }),
  column('income_year', 'count', { unit: '年' }),
  column('province', 'choice'),
  column('draws', 'flag'),
]
const words = { province: { '440000': '广东省' } }
const made = (english: boolean) => declaredColumns(i18n.t, COLUMNS, words, english)
const shown = (english: boolean) =>
  made(english).map(({ cell }) => render(<div>{cell(row)}</div>).container.textContent)

test('each kind is shown its own way; a large table’s words come with the page', () => {
  const all = ['陈一', '陈二', '61岁', '长期慢性病、残疾', '80.5㎡', '2025', '广东省', '—']
  expect(shown(false)).toEqual(all)
  expect(shown(true)[3]).toContain('Disabled')
})

test('the person stays in sight, numbers stand right, a title fits its column', () => {
  const columns = made(false)
  expect(columns.filter(({ pinned }) => pinned).map(({ id }) => id)).toEqual(['name'])
  const right = columns.filter(({ align }) => align === 'right').map(({ id }) => id)
  expect(right).toEqual(['age', 'area'])
  const [long] = declaredColumns(
    i18n.t,
    [column('x', 'flag', { title: '参加城乡居民' })],
    {},
    false,
  )
  expect(long?.width).toBeGreaterThanOrEqual(6 * 14)
})

test('money says its unit in the title', () => {
  const [money] = declaredColumns(i18n.t, [column('x', 'money', { title: '年纯收入' })], {}, false)
  expect(money?.title).toBe('年纯收入（元）')
})

test('a member’s row opens the household with that person, a household’s the household', () => {
  expect(recordOf('member', row, '2018-07-02')).toEqual({
    to: '/households/$id',
    params: { id: 'h1' },
    search: { tab: 'members', member: 'm1', at: '2018-07-02' },
  })
  expect(recordOf('household', row, undefined).search).toEqual({})
})
