import { useSuspenseQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { EventOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Empty } from '@/ui/Empty'
import { Timeline } from '@/ui/Timeline'
import { usePlaceNames } from '../places'
import { eventsQuery, type Household } from '../queries'

const KINDS = [
  'make',
  'initial-load',
  'move',
  'member-in',
  'member-out',
  'id-correction',
  'head-change',
] as const
const REASONS = ['2', '3', '5', '11'] as const

/** What happened to the household: the steps that changed more than a field. */
export function Events({ household }: { household: Household }) {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(eventsQuery(household.id))
  const places = usePlaceNames()
  const nameOf = (id: string | null) =>
    household.members?.find((member) => member.id === id)?.facts.name
  if (data.items.length === 0) return <Empty text={t('households.events.none')} />
  return (
    <Timeline
      label={t('households.tabs.events')}
      items={data.items.map((event) => ({
        key: event.id,
        at: event.happened_on,
        what: (
          <>
            <b>{kindWord(t, event.kind)}</b> {nameOf(event.member_id)} {tell(t, event, places.name)}
          </>
        ),
        who: event.actor_name,
        detail: (
          <span className="sub">
            {[
              event.document && t('households.events.document', { document: event.document }),
              event.note,
              t('households.events.recorded', { at: instant(event.recorded_at) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        ),
      }))}
    />
  )
}

const kindWord = (t: TFunction, kind: string) =>
  t(`households.events.kinds.${KINDS.find((known) => known === kind) ?? 'other'}`)

type Said = Readonly<Record<string, string>>
type NameOf = (id: string) => string | undefined

/** What the event itself says, in words. */
function tell(t: TFunction, { kind, content }: EventOut, place: NameOf): string {
  const said = content as Said
  const name = (key: string) => place(said[key] ?? '') ?? '—'
  switch (kind) {
    case 'move': {
      const ends = ['from_village_id', 'from_hamlet_id', 'to_village_id', 'to_hamlet_id'].map(name)
      return t('households.events.moved', {
        from: ends.slice(0, 2).join(' / '),
        to: ends.slice(2).join(' / '),
      })
    }
    case 'member-out': {
      const reason = REASONS.find((code) => code === said.reason)
      return reason ? t(`households.edit.reasons.${reason}`) : ''
    }
    case 'id-correction':
      return t('households.events.corrected', {
        before: said.before ?? '—',
        after: said.after ?? '—',
      })
    case 'initial-load':
      return loaded(t, said)
    case 'make':
      return said.members ? t('households.events.count', { n: said.members }) : ''
    default:
      return ''
  }
}

const STATES = ['poor', 'exited', 'relapsed'] as const

function loaded(t: TFunction, { year, poverty_state, members }: Said): string {
  const state = STATES.find((code) => code === poverty_state)
  return [
    year && t('households.events.ofYear', { year }),
    state && t(`households.events.states.${state}`),
    members && t('households.events.count', { n: members }),
  ]
    .filter(Boolean)
    .join(t('ui.comma'))
}
