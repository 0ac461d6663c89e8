import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EntryOut } from '@/api/gen/types.gen'
import { type Change, type Content, compare } from './compare'
import { codeWord, fieldWord } from './words'

const NOTHING = '—'

function shown(t: TFunction, key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no')
  if (Array.isArray(value)) return value.map((one) => shown(t, key, one)).join(t('ui.comma'))
  if (typeof value === 'object') return JSON.stringify(value)
  return codeWord(key, String(value)) ?? String(value)
}

/** Before and after side by side; protected values come masked and stay so. */
export function Changes({ entry }: { entry: EntryOut }) {
  const { t } = useTranslation()
  const changes = compare(entry.before as Content, entry.after as Content)
  if (changes.length === 0) return <p className="sub">{t('journal.noChange')}</p>
  return (
    <table className="changes">
      <caption className="sr">{t('journal.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('journal.columns.field')}</th>
          <th scope="col">{t('journal.columns.before')}</th>
          <th scope="col">{t('journal.columns.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={change.key} change={change} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ change: { key, before, after, changed } }: { change: Change }) {
  const { t } = useTranslation()
  const was = shown(t, key, before)
  return (
    <tr className={changed ? 'changed' : ''}>
      <th scope="row">{fieldWord(key) ?? key}</th>
      <td className={was === NOTHING ? 'none' : ''}>{was}</td>
      <td>{changed ? <b>{shown(t, key, after)}</b> : shown(t, key, after)}</td>
    </tr>
  )
}
