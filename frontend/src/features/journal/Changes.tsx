import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { placesQuery } from '@/api/account'
import type { EntryOut } from '@/api/gen/types.gen'
import { type Change, type Content, compare, keyParts } from './compare'
import { codeWord, fieldWord } from './words'

const NOTHING = '—'

interface Words {
  t: TFunction
  titles: Readonly<Record<string, string>>
  placeOf: (path: string) => string | undefined
}

function shown(words: Words, key: string, value: unknown): string {
  const { t, titles, placeOf } = words
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no')
  if (Array.isArray(value))
    return value.map((one) => shown(words, key, one)).join(t('ui.comma')) || NOTHING
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  if (key === 'fields') return titles[text] ?? text
  return (text.startsWith('/') ? placeOf(text) : codeWord(key, text)) ?? text
}

/** "主要致贫原因"; of a member or of a year that is said before it. */
function titleOf({ t, titles }: Words, key: string): string {
  const { part, of, slug } = keyParts(key)
  const name = titles[slug] ?? fieldWord(slug) ?? slug
  if (part === 'members') return slug ? t('journal.ofMember', { name }) : t('journal.member')
  return part === 'incomes' ? t('journal.ofYear', { year: of, name }) : name
}

/** Before and after side by side; protected values come masked and stay so. */
export function Changes({ entry }: { entry: EntryOut }) {
  const { t } = useTranslation()
  const { data: places } = useQuery(placesQuery)
  const placeOf = (path: string) => places?.find((place) => place.path === path)?.name
  const words = { t, titles: entry.titles, placeOf }
  const changes = compare(entry.before as Content, entry.after as Content)
  // Where nothing stood before, one column says it.
  const isNew = entry.before === null
  if (changes.length === 0) return <p className="sub">{t('journal.noChange')}</p>
  return (
    <table className="changes">
      <caption className="sr">{t('journal.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('journal.columns.field')}</th>
          {isNew ? null : <th scope="col">{t('journal.columns.before')}</th>}
          <th scope="col">{t(isNew ? 'journal.columns.content' : 'journal.columns.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={change.key} change={change} words={words} isNew={isNew} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  change: Change
  words: Words
  isNew: boolean
}
function Row({ change: { key, before, after, changed }, words, isNew }: RowProps) {
  const was = shown(words, key, before)
  const now = shown(words, key, after)
  return (
    <tr className={changed ? 'changed' : ''}>
      <th scope="row">{titleOf(words, key)}</th>
      {isNew ? null : <td className={was === NOTHING ? 'none' : ''}>{was}</td>}
      <td>{changed && !isNew ? <b>{now}</b> : now}</td>
    </tr>
  )
}
