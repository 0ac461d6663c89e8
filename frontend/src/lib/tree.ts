export interface Node {
  id: string
  parent_id: string | null
}

/** Parents before children, siblings as they came, with the depth below the outermost. */
export function inTreeOrder<T extends Node>(items: readonly T[]): { item: T; depth: number }[] {
  const ids = new Set(items.map(({ id }) => id))
  const children = new Map<string | null, T[]>()
  for (const item of items) {
    // Somebody who sees a part of the tree sees its top without the parents.
    const parent = item.parent_id !== null && ids.has(item.parent_id) ? item.parent_id : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(item)
    else children.set(parent, [item])
  }
  const walk = (parent: string | null, depth: number): { item: T; depth: number }[] =>
    (children.get(parent) ?? []).flatMap((item) => [{ item, depth }, ...walk(item.id, depth + 1)])
  return walk(null, 0)
}
