import { expect, test } from 'vitest'
import type { PlaceCountOut, PlaceOut } from '@/api/gen/types.gen'
import { perHeadFen, stepBelow, totals } from '@/features/indicators/groups'
import { monthEndBefore, points } from '@/features/indicators/months'

const place = (id: string, parent_id: string | null) => ({ id, parent_id, name: id }) as PlaceOut
const group = (village_id: string, more: Partial<PlaceCountOut> = {}) =>
  ({
    village_id,
    registration: 'registered',
    households: 1,
    members: 4,
    net_income_fen: 1000,
    income_members: 3,
    income_unknown: 0,
    ...more,
  }) as PlaceCountOut

test('income a head: rounded down, over those whose income is on record', () => {
  const sums = totals([group('a'), group('b', { net_income_fen: 0, income_members: 0 })])
  expect(sums).toMatchObject({ households: 2, members: 8, income_members: 3 })
  expect(perHeadFen(sums)).toBe(333)
})

test('nobody’s income on record is unknown, not zero', () => {
  expect(perHeadFen(totals([]))).toBeNull()
})

const tree = [
  place('county', null),
  place('east', 'county'),
  place('e1', 'east'),
  place('e2', 'east'),
  place('west', 'county'),
  place('w1', 'west'),
]
const counts = [group('e1'), group('e2'), group('w1')]

test.each([
  ['the whole area by town', undefined, { east: 2, west: 1 }],
  ['a town by village', 'east', { e1: 1, e2: 1 }],
  ['a village stands for itself', 'w1', { w1: 1 }],
])('%s', (_, within, expected) => {
  const own =
    within === undefined
      ? counts
      : counts.filter(({ village_id }) => {
          const above = tree.find(({ id }) => id === village_id)
          return village_id === within || above?.parent_id === within
        })
  const rows = stepBelow(tree, own, within).map(({ place: { id }, groups }) => [id, groups.length])
  expect(Object.fromEntries(rows)).toEqual(expected)
})

test('a town officer, whose tree begins with the town, sees villages', () => {
  const seen = tree.filter(({ id }) => ['east', 'e1', 'e2'].includes(id))
  expect(stepBelow(seen, counts.slice(0, 2), undefined).map((row) => row.place.id)).toEqual([
    'e1',
    'e2',
  ])
})

test.each([
  ['2018-07-02', '2018-06-30'],
  ['2018-01-15', '2017-12-31'],
  ['2020-03-31', '2020-02-29'],
])('before %s the month ended on %s', (day, end) => {
  expect(monthEndBefore(day)).toBe(end)
})

test.each([
  [120, '+1.2'],
  [-5, '-0.05'],
  [10_000, '+100'],
  [-1250, '-12.5'],
])('%i basis points are %s percentage points', (bp, text) => {
  expect(points(bp)).toBe(text)
})
