import { instant } from '@/lib/dates'
import { Cell, type Value } from '@/ui/Cell'
import { ConflictCompare } from '@/ui/form/ConflictCompare'
import type { Field } from '../fields'
import type { Household } from '../queries'
import type { Conflict } from './change'
import { overlap, type Values } from './values'

interface Props {
  conflict: Conflict
  base: Household
  fields: readonly Field[]
  read: (household: Household) => Values
  onResolve: (chosen: Values) => void
  onClose: () => void
}

/** Theirs and mine, in the words of the fields; only where both changed the same. */
export function Compare({ conflict, base, fields, read, onResolve, onClose }: Props) {
  const { fresh, mine } = conflict
  const theirs = read(fresh)
  const both = overlap(mine, read(base), theirs)
  const last = fresh.versions.at(-1)
  return (
    <ConflictCompare
      fields={fields
        .filter(({ slug }) => both.includes(slug))
        .map(({ slug, title, fact }) => ({
          key: slug,
          label: title,
          show: (value) => <Cell fact={fact} value={value as Value} />,
        }))}
      theirs={theirs}
      mine={Object.fromEntries(both.map((slug) => [slug, mine[slug]]))}
      {...(last && { by: `${last.actor_name} ${instant(last.recorded_at)}` })}
      onResolve={onResolve}
      onClose={onClose}
    />
  )
}
