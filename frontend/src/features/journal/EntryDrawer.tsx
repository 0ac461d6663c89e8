import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Copyable } from '@/ui/Copyable'
import { Descriptions } from '@/ui/Descriptions'
import { Changes } from './Changes'
import { RecordLink } from './columns'
import { actionWord, subjectWord } from './words'

interface Props {
  rows: readonly EntryOut[]
  at: string | null
  words: { rolesOf: (entry: EntryOut) => string; placeOf: (path: string) => string }
  onMove: (id: string | null) => void
}

/** One entry whole: who, when, from where, why, and what stood before and after. */
export function EntryDrawer({ rows, at, words, onMove }: Props) {
  const { t } = useTranslation()
  const index = rows.findIndex(({ id }) => id === at)
  const entry = rows[index]
  const step = (by: -1 | 1) => (
    <Button
      aria-label={t(by < 0 ? 'journal.newer' : 'journal.older')}
      title={t(by < 0 ? 'journal.newer' : 'journal.older')}
      icon={by < 0 ? <LeftOutlined /> : <RightOutlined />}
      disabled={rows[index + by] === undefined}
      onClick={() => onMove(rows[index + by]?.id ?? null)}
    />
  )
  return (
    <Drawer
      open={entry !== undefined}
      size={680}
      title={entry?.summary ?? ''}
      closable={{ 'aria-label': t('ui.close') }}
      extra={
        <div className="row">
          {step(-1)}
          {step(1)}
        </div>
      }
      onClose={() => onMove(null)}
    >
      {entry ? <Entry entry={entry} words={words} /> : null}
    </Drawer>
  )
}

function Entry({ entry, words }: { entry: EntryOut; words: Props['words'] }) {
  const { t } = useTranslation()
  const id = t('journal.columns.request')
  const roles = words.rolesOf(entry)
  return (
    <>
      <Descriptions
        items={[
          {
            key: 'actor',
            label: t('journal.columns.actor'),
            value: roles ? `${entry.actor_name}（${roles}）` : entry.actor_name,
          },
          { key: 'at', label: t('journal.columns.at'), value: instant(entry.happened_at) },
          {
            key: 'action',
            label: t('journal.columns.action'),
            value: `${subjectWord(entry.subject)} · ${actionWord(entry.action)}`,
          },
          {
            key: 'from',
            label: t('journal.columns.from'),
            value: <span className="mono">{entry.address || '—'}</span>,
          },
          {
            key: 'place',
            label: t('journal.columns.place'),
            value: words.placeOf(entry.place_path) || '—',
          },
          { key: 'seq', label: t('journal.columns.seq'), value: entry.seq },
          {
            key: 'reason',
            label: t('journal.columns.reason'),
            value: entry.reason || '—',
            wide: true,
          },
          {
            key: 'request',
            label: id,
            value: <Copyable text={entry.request_id} label={id} />,
            wide: true,
          },
        ]}
      />
      <p>
        <RecordLink entry={entry}>{t('journal.open')}</RecordLink>
      </p>
      <Changes entry={entry} />
    </>
  )
}
