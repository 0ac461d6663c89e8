import { expect, test } from 'vitest'
import { code, codes, day, flag, listSearch, manyOf, nextSort, oneOf } from '@/lib/urlState'

const search = listSearch(['name', 'income'], {
  status: manyOf(['active', 'exited']),
  kind: oneOf(['a', 'b']),
  at: day,
  insured: flag,
  village: code,
  causes: codes,
})

test('reads what is known', () => {
  expect(
    search({
      page: '3',
      page_size: 100,
      sort: '-income',
      status: ['exited', 'nonsense'],
      kind: 'b',
      at: '2018-06-30',
      insured: 'false',
      village: 440811,
      causes: 'illness',
    }),
  ).toEqual({
    page: 3,
    page_size: 100,
    sort: '-income',
    status: ['exited'],
    kind: 'b',
    at: '2018-06-30',
    insured: false,
    village: '440811',
    causes: ['illness'],
  })
})

test.each([
  { page: 0 },
  { page: '1.5' },
  { page: 'x' },
  { page_size: 1000 },
  { sort: 'phone' },
  { sort: { $gt: 1 } },
  { status: 'nonsense' },
  { status: [] },
  { kind: null },
  { at: '2018-02-30' },
  { insured: 'maybe' },
  { village: { a: 1 } },
  { village: '' },
  { q: '440811199001011234' },
])('falls back for %j', (raw) => expect(search(raw)).toEqual({}))

test('sorting goes round', () => {
  expect(nextSort(undefined, 'name')).toBe('name')
  expect(nextSort('name', 'name')).toBe('-name')
  expect(nextSort('-name', 'name')).toBeUndefined()
  expect(nextSort('-income', 'name')).toBe('name')
})
