import { screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { EntryOut } from '@/api/gen/types.gen'
import { Changes } from '@/features/journal/Changes'
import { compare, keyParts } from '@/features/journal/compare'
import { actorOptions } from '@/features/journal/filters'
import { queryOf } from '@/features/journal/queries'
import { journalSearch } from '@/features/journal/search'
import { actionWord, subjectWord } from '@/features/journal/words'
import { show } from '../show'

afterEach(() => vi.unstubAllGlobals())

const entry = (more: Partial<EntryOut>): EntryOut => ({
  id: 'e1',
  seq: 7,
  happened_at: '2018-07-02T03:00:00.000Z',
  actor_id: 'a1',
  actor_name: '林东山',
  actor_roles: ['town'],
  address: '10.8.0.12',
  request_id: 'r1',
  action: 'household.change',
  subject: 'household',
  subject_id: 'h1',
  place_path: '/440840/',
  summary: '修改户1',
  reason: '',
  before: null,
  after: null,
  titles: {},
  ...more,
})

test('what changed comes first; a side that is missing has no values', () => {
  expect(compare({ a: 1, b: [2] }, { a: 1, b: [3], c: null })).toEqual([
    { key: 'b', before: [2], after: [3], changed: true },
    { key: 'a', before: 1, after: 1, changed: false },
    { key: 'c', before: undefined, after: null, changed: false },
  ])
  expect(compare(null, null)).toEqual([])
  expect(keyParts('incomes/2018/net')).toEqual({ part: 'incomes', of: '2018', slug: 'net' })
  expect(keyParts('main_cause')).toEqual({ part: '', of: '', slug: 'main_cause' })
})

test('fields in words: of the household, of a member, of a year', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ items: [] }))
  show(
    <Changes
      entry={entry({
        titles: { main_cause: '主要致贫原因', relation: '与户主关系', wage: '工资性收入' },
        before: { main_cause: '因病', 'members/m1': false },
        after: {
          main_cause: '因残',
          'members/m1': true,
          'members/m1/relation': '配偶',
          'incomes/2018/wage': 120000,
        },
      })}
    />,
  )
  const cells = (name: string) =>
    within(screen.getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
  expect(cells('主要致贫原因')).toEqual(['因病', '因残'])
  expect(cells('成员在户')).toEqual(['否', '是'])
  expect(cells('成员 · 与户主关系')).toEqual(['—', '配偶'])
  expect(cells('2018 年 · 工资性收入')).toEqual(['—', '120000'])
})

test('which protected fields were seen is said by their titles', () => {
  vi.stubGlobal('fetch', async () => Response.json({ items: [] }))
  show(
    <Changes
      entry={entry({
        action: 'household.reveal',
        titles: { id_number: '证件号码' },
        after: { fields: ['id_number'] },
      })}
    />,
  )
  expect(screen.getByRole('row', { name: /查看的项目/ })).toHaveTextContent('证件号码')
})

test('the address: days, actor and kind go to the server, with the place chosen on top', () => {
  const search = journalSearch({ from: '2018-07-01', to: 'soon', actor_id: 'a1', page: 3 })
  expect(queryOf(search, '/440840/')).toEqual({
    page: 3,
    page_size: 50,
    from: '2018-07-01',
    actor_id: 'a1',
    place_path: '/440840/',
  })
})

test('actors to choose from: accounts, and whoever else stands on the page', () => {
  const users = [{ id: 'a1', name: '林东山', username: 'lin' }] as never
  const shown = [entry({}), entry({ actor_id: 'system', actor_name: '演示数据' })]
  expect(actorOptions(users, shown)).toEqual([
    { value: 'a1', label: '林东山（lin）' },
    { value: 'system', label: '演示数据' },
  ])
})

test('a code without words is told as a step, never shown', () => {
  expect(actionWord('account.reset-password')).toBe('重置密码')
  expect(actionWord('account.never-heard-of')).toBe('办理')
  expect(subjectWord('never-heard-of')).toBe('其他')
})
