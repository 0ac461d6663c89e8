import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '@/api/gen/types.gen'
import { Empty } from '@/ui/Empty'
import { Timeline } from '@/ui/Timeline'
import { type Household, historyQuery } from '../queries'
import { Changes } from './Changes'
import { sourceWord } from './versions'

/** Who changed what and when, latest first, field by field. */
export function History({ household }: { household: Household }) {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(historyQuery(household.id))
  if (data.items.length === 0) return <Empty text={t('households.history.none')} />
  const subject = (entry: HistoryEntry) =>
    t(`households.history.subject.${entry.subject}`, {
      name: entry.member_name ?? '',
      year: entry.year ?? '',
    })
  return (
    <Timeline
      label={t('households.tabs.history')}
      items={data.items.map((entry, index) => ({
        key: `${entry.recorded_at}${entry.subject}${entry.member_id ?? entry.year ?? ''}${index}`,
        at: entry.recorded_at,
        what: (
          <>
            <b>{subject(entry)}</b>
            {entry.valid_from ? (
              <span> {t('households.history.from', { day: entry.valid_from })}</span>
            ) : null}
          </>
        ),
        who: `${entry.actor_name} · ${sourceWord(t, entry.source)}`,
        detail: <Changes changes={entry.changes} />,
      }))}
    />
  )
}
