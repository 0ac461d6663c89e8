import { expect, test } from 'vitest'
import type { PlaceOut } from '@/api/gen/types.gen'
import { above, branches, isWaiting, similar } from '@/features/places/tree'

const place = (id: string, parent_id: string | null, kind: PlaceOut['kind'], name: string) =>
  ({ id, parent_id, kind, name, is_confirmed: name !== '新村', marks: [] }) as unknown as PlaceOut
const places = [
  place('c', null, 'county', '区'),
  place('t', 'c', 'town', '东简街道'),
  place('v', 't', 'village', '北山村委会'),
  place('w', 't', 'village', '龙水村委会'),
  place('h1', 'v', 'hamlet', '大新村'),
  place('h2', 'v', 'hamlet', '新村'),
  place('h3', 'w', 'hamlet', '新村仔'),
]

test('what matches is shown under what it hangs under, and nothing else', () => {
  const [county] = branches(places, isWaiting)
  const names = (at = county): string[] => [
    at?.place.name ?? '',
    ...(at?.children.flatMap((child) => names(child)) ?? []),
  ]
  expect(names()).toEqual(['区', '东简街道', '北山村委会', '新村'])
  expect(above(places, 'h2').map(({ id }) => id)).toEqual(['c', 't', 'v'])
})

test('near names are looked for in the same village only', () => {
  const [, , , , , hamlet] = places
  expect(similar(places, hamlet as PlaceOut).map(({ id }) => id)).toEqual(['h1'])
})
