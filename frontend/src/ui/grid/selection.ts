/** Some rows by id, or everything the filter matches, whatever page it is on. */
export interface Selection {
  all: boolean
  ids: ReadonlySet<string>
}
export const NOTHING: Selection = { all: false, ids: new Set() }

export const isSelected = ({ all, ids }: Selection, id: string): boolean => all || ids.has(id)
export const isEmpty = ({ all, ids }: Selection): boolean => !all && ids.size === 0

/** Taking one row out of "all" keeps the rest of the page in sight selected. */
export function toggle(selection: Selection, id: string, page: readonly string[]): Selection {
  const ids = new Set(selection.all ? page : selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { all: false, ids }
}

export function togglePage(selection: Selection, page: readonly string[]): Selection {
  if (page.some((id) => isSelected(selection, id))) {
    const gone = new Set(page)
    const ids = selection.all ? [] : [...selection.ids].filter((id) => !gone.has(id))
    return { all: false, ids: new Set(ids) }
  }
  return { all: false, ids: new Set([...selection.ids, ...page]) }
}
