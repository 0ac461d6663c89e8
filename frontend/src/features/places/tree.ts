/** The tree as shown: what matches, with what it hangs under. */
import type { PlaceOut } from '@/api/gen/types.gen'

export interface Branch {
  key: string
  place: PlaceOut
  children: Branch[]
}

export function branches(places: readonly PlaceOut[], keep: (place: PlaceOut) => boolean) {
  const all = new Map(places.map((place) => [place.id, place]))
  const kept = new Set<string>()
  for (const place of places.filter(keep)) {
    let at: PlaceOut | undefined = place
    while (at && !kept.has(at.id)) {
      kept.add(at.id)
      at = all.get(at.parent_id ?? '')
    }
  }
  const nodes = new Map(
    places
      .filter(({ id }) => kept.has(id))
      .map((place): [string, Branch] => [place.id, { key: place.id, place, children: [] }]),
  )
  const roots: Branch[] = []
  for (const node of nodes.values()) {
    const above = nodes.get(node.place.parent_id ?? '')
    if (above) above.children.push(node)
    else roots.push(node)
  }
  return roots
}

export const isWaiting = ({ kind, is_confirmed }: PlaceOut): boolean =>
  kind === 'hamlet' && !is_confirmed

/** What a place hangs under, outermost first, itself left out. */
export function above(places: readonly PlaceOut[], id: string): PlaceOut[] {
  const all = new Map(places.map((place) => [place.id, place]))
  const chain: PlaceOut[] = []
  let at = all.get(all.get(id)?.parent_id ?? '')
  while (at) {
    chain.unshift(at)
    at = all.get(at.parent_id ?? '')
  }
  return chain
}

/** Hamlets of the same village whose names differ by a character at most: one place, perhaps. */
export function similar(places: readonly PlaceOut[], place: PlaceOut): PlaceOut[] {
  return places.filter(
    (other) =>
      other.id !== place.id &&
      other.kind === 'hamlet' &&
      other.parent_id === place.parent_id &&
      nearly(place.name, other.name),
  )
}

function nearly(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true
  if (one.length !== other.length || one.length < 2) return false
  return [...one].filter((letter, at) => letter !== other[at]).length <= 1
}
