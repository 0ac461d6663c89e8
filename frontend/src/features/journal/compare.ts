/** What stood before and after, field by field. */
export type Content = Readonly<Record<string, unknown>> | null
export interface Change {
  key: string
  before: unknown
  after: unknown
  changed: boolean
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Every field of either side, changed ones first; a side that is missing has no values. */
export function compare(before: Content, after: Content): Change[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const all = keys.map((key) => ({
    key,
    before: before?.[key],
    after: after?.[key],
    changed: !same(before?.[key], after?.[key]),
  }))
  return [...all.filter(({ changed }) => changed), ...all.filter(({ changed }) => !changed)]
}

/** `members/<id>/relation`, `incomes/2018/net`, `members/<id>`, `main_cause`. */
export function keyParts(key: string): { part: string; of: string; slug: string } {
  const [part = '', of = '', slug = ''] = key.split('/')
  return key.includes('/') ? { part, of, slug } : { part: '', of: '', slug: key }
}
