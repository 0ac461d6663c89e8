/** Household counts come in groups, so that each card and chart adds up the ones it shows. */
import type { PlaceCountOut, PlaceOut } from '@/api/gen/types.gen'

export const REGISTERED = 'registered'

export interface Totals {
  households: number
  members: number
  net_income_fen: number
  income_members: number
  income_unknown: number
}

export const totals = (groups: readonly PlaceCountOut[]): Totals =>
  groups.reduce(
    (sum, one) => ({
      households: sum.households + one.households,
      members: sum.members + one.members,
      net_income_fen: sum.net_income_fen + one.net_income_fen,
      income_members: sum.income_members + one.income_members,
      income_unknown: sum.income_unknown + one.income_unknown,
    }),
    { households: 0, members: 0, net_income_fen: 0, income_members: 0, income_unknown: 0 },
  )

/** Fen a head, rounded down; null where nobody's income is on record. */
export const perHeadFen = ({ net_income_fen, income_members }: Totals): number | null =>
  income_members ? Math.floor(net_income_fen / income_members) : null

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

export type PlaceName = Pick<PlaceOut, 'id' | 'name'>

/** Places one step below `within` (else below one's whole area) that hold villages of the counts. */
export function stepBelow(
  places: readonly PlaceOut[],
  groups: readonly PlaceCountOut[],
  within: string | undefined,
): { place: PlaceName; groups: PlaceCountOut[] }[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  const top = within ?? places.find(({ parent_id }) => !byId.has(parent_id ?? ''))?.id
  const under = (village: string): PlaceName | undefined => {
    let place = byId.get(village)
    while (place && place.id !== top && place.parent_id !== top)
      place = byId.get(place.parent_id ?? '')
    return place
  }
  const rows = groupBy(groups, ({ village_id }) => under(village_id)?.id ?? '')
  return places.flatMap((place) => {
    const own = rows.get(place.id)
    return own ? [{ place, groups: own }] : []
  })
}
