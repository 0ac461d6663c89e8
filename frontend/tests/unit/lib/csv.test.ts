import { expect, test } from 'vitest'
import { csv } from '@/lib/csv'
import { inTreeOrder } from '@/lib/tree'

test('a sheet that Excel opens as meant', () => {
  expect(
    csv([
      ['镇街', 'n'],
      ['东山"街道,', 3],
      [null, undefined],
    ]),
  ).toBe('\uFEFF镇街,n\r\n"东山""街道,",3\r\n,\r\n')
})

test.each(['=1+1', '+86', '-x', '@cmd', '\tx'])('%j stays text', (cell) =>
  expect(csv([[cell]])).toBe(`\uFEFF'${cell}\r\n`),
)

test('negative numbers stay numbers', () => expect(csv([[-5]])).toBe('\uFEFF-5\r\n'))

test('a tree without its top is still a tree', () => {
  const rows = [
    { id: 'v1', parent_id: 't1' },
    { id: 't1', parent_id: 'hidden' },
    { id: 't2', parent_id: 'hidden' },
    { id: 'v2', parent_id: 't1' },
  ]
  expect(inTreeOrder(rows).map(({ item, depth }) => `${depth}${item.id}`)).toEqual([
    '0t1',
    '1v1',
    '1v2',
    '0t2',
  ])
})
