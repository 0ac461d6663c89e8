import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '@/api/gen/types.gen'
import type { TextKey } from '@/lib/i18n'
import { Cell, type Fact, type Value } from '@/ui/Cell'
import { type Fields, useFields } from '../fields'
import { usePlaceNames } from '../places'

const OWN = ['village_id', 'is_present', 'leave_reason'] as const
const REASONS = ['2', '3', '5', '11'] as const
const FEW = 12
type Change = HistoryEntry['changes'][number]

/** Field by field, before and after; a long first entry is folded. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation()
  const made = changes.every(({ before }) => before === null)
  const known = changes.filter(({ before, after }) => before !== null || after !== null)
  const table = <ChangeTable changes={known} made={made} />
  if (known.length <= FEW && !made) return table
  return (
    <details>
      <summary>
        {made ? t('households.history.made', { n: known.length }) : t('households.history.show')}
      </summary>
      {table}
    </details>
  )
}

function ChangeTable({ changes, made }: { changes: readonly Change[]; made: boolean }) {
  const { t } = useTranslation()
  const titleAndFact = useTitles()
  return (
    <table className="plain-table changes">
      <thead>
        <tr>
          <th scope="col">{t('households.history.field')}</th>
          {made ? null : <th scope="col">{t('households.history.before')}</th>}
          <th scope="col">{t('households.history.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ slug, before, after }) => {
          const { title, fact, show } = titleAndFact(slug)
          return (
            <tr key={slug}>
              <th scope="row">{title}</th>
              {made ? null : (
                <td>
                  <Cell fact={fact} value={show(before)} />
                </td>
              )}
              <td>
                <Cell fact={fact} value={show(after)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function useTitles() {
  const { t } = useTranslation()
  const fields: Fields = useFields()
  const places = usePlaceNames()
  const reasons = Object.fromEntries(
    REASONS.map((code) => [code, t(`households.edit.reasons.${code}`)]),
  )
  const facts: Record<string, Fact> = {
    village_id: { kind: 'text' },
    is_present: { kind: 'flag' },
    leave_reason: { kind: 'choice', choices: reasons },
  }
  return (slug: string) => {
    const field = fields.find(slug)
    const own = OWN.find((each) => each === slug)
    return {
      title: field?.title ?? (own ? t(`households.history.slugs.${own}` as TextKey) : slug),
      fact: field?.fact ?? facts[slug] ?? ({ kind: 'text' } as const),
      show: (value: unknown): Value =>
        slug === 'village_id' ? (places.name(value as string) ?? null) : (value as Value),
    }
  }
}
