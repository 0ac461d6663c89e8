import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { EntryOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Cell } from '@/ui/Cell'
import type { GridColumn } from '@/ui/grid/columns'
import type { Log } from './queries'
import { actionWord, subjectWord } from './words'

const text = { kind: 'text' } as const

/** Where a record of this kind is opened, for those who may. */
export const PAGES: Record<string, string> = { household: '/households/', account: '/users/' }

interface Words {
  t: TFunction
  rolesOf: (entry: EntryOut) => string
  placeOf: (path: string) => string
  onOpen: (entry: EntryOut) => void
}

export function entryColumns(log: Log, { t, rolesOf, placeOf, onOpen }: Words) {
  const columns: GridColumn<EntryOut>[] = [
    {
      id: 'happened_at',
      title: t('journal.columns.at'),
      width: 150,
      pinned: true,
      cell: (entry) => (
        <button type="button" className="entry-open num" onClick={() => onOpen(entry)}>
          {instant(entry.happened_at)}
        </button>
      ),
    },
    {
      id: 'actor',
      title: t(log === 'access' ? 'journal.columns.reader' : 'journal.columns.actor'),
      width: 120,
      cell: ({ actor_name }) => <b>{actor_name}</b>,
    },
    {
      id: 'roles',
      title: t('journal.columns.role'),
      width: 130,
      cell: (entry) => <Cell fact={text} value={rolesOf(entry)} />,
    },
    {
      id: 'subject',
      title: t('journal.columns.subject'),
      width: 110,
      cell: ({ subject }) => subjectWord(subject),
    },
    {
      id: 'action',
      title: t('journal.columns.action'),
      width: 130,
      cell: ({ action }) => actionWord(action),
    },
    {
      id: 'summary',
      title: t(log === 'access' ? 'journal.columns.record' : 'journal.columns.summary'),
      width: 320,
      cell: ({ summary }) => summary,
    },
    {
      id: 'reason',
      title: t('journal.columns.reason'),
      width: 220,
      cell: ({ reason }) => <Cell fact={text} value={reason} />,
    },
    {
      id: 'place',
      title: t('journal.columns.place'),
      width: 140,
      cell: ({ place_path }) => <Cell fact={text} value={placeOf(place_path)} />,
    },
    {
      id: 'address',
      title: t('journal.columns.from'),
      width: 130,
      cell: ({ address }) => <span className="mono">{address}</span>,
    },
    {
      id: 'seq',
      title: t('journal.columns.seq'),
      width: 90,
      align: 'right',
      hidden: log === 'access',
      cell: ({ seq }) => <span className="num">{seq}</span>,
    },
  ]
  return columns
}

export function RecordLink({ entry, children }: { entry: EntryOut; children: string }) {
  const page = PAGES[entry.subject]
  if (!page || !entry.subject_id) return null
  return <Link to={`${page}${entry.subject_id}` as '/'}>{children}</Link>
}
