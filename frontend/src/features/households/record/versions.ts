/** Since when a value stands and from whom, said once where most values agree. */
import type { TFunction } from 'i18next'
import type { VersionOut } from '@/api/gen/types.gen'

const SOURCES = { hand: 'hand', roster: 'roster', 'initial load': 'load' } as const

export const sourceWord = (t: TFunction, source: string): string =>
  t(`households.sources.${SOURCES[source as keyof typeof SOURCES] ?? 'other'}`)

interface Traced {
  facts: object
  since: Readonly<Record<string, number>>
  versions: readonly VersionOut[]
}

/** The version from which most of the given facts stand as they do. */
export function usual({ facts, since, versions }: Traced, slugs: readonly string[]) {
  const known = slugs.filter((slug) => (facts as Record<string, unknown>)[slug] != null)
  const counts = versions.map(() => 0)
  for (const slug of known) counts[since[slug] ?? 0] = (counts[since[slug] ?? 0] ?? 0) + 1
  return versions[counts.indexOf(Math.max(...counts))]
}

export const originOf = ({ since, versions }: Traced, slug: string): VersionOut | undefined =>
  versions[since[slug] ?? 0]
