/** Between what a form holds and what is sent: only what was changed goes out. */
import type { Field } from '../fields'

export type Values = Readonly<Record<string, unknown>>

/** Nothing typed and nothing chosen is "not recorded". */
export function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || null
  return value === undefined || (Array.isArray(value) && value.length === 0) ? null : value
}
const same = (a: unknown, b: unknown) => JSON.stringify(tidy(a)) === JSON.stringify(tidy(b))

/** What stands in the form at the start: protected values stay out of it. */
export const startOf = (fields: readonly Field[], facts: Values): Values =>
  Object.fromEntries(
    fields
      .filter(({ protection }) => protection !== 'sealed')
      .map(({ slug }) => [slug, facts[slug] ?? undefined]),
  )

/** The changed facts. An untouched protected field is undefined, an emptied one null. */
export function changedFacts(fields: readonly Field[], before: Values, now: Values): Values {
  const changes = fields.flatMap(({ slug, protection }): [string, unknown][] => {
    const value = now[slug]
    if (protection === 'sealed')
      return value === undefined || value === '' ? [] : [[slug, tidy(value)]]
    return same(before[slug], value) ? [] : [[slug, tidy(value)]]
  })
  return Object.fromEntries(changes)
}

/** Everything that was filled in, for something new. */
export const filledFacts = (fields: readonly Field[], now: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ slug }) => {
      const value = tidy(now[slug])
      return value === null ? [] : [[slug, value]]
    }),
  )

export const personalOf = (fields: readonly Field[]): string[] =>
  fields.filter(({ protection }) => protection !== 'open').map(({ slug }) => slug)

/** Which of my changes touch what somebody else changed meanwhile. */
export const overlap = (mine: Values, before: Values, theirs: Values): string[] =>
  Object.keys(mine).filter((slug) => !same(before[slug], theirs[slug]))
