/** How kind and state of a household look, wherever they stand. */
import { StatusWord, type Tone } from '@/ui/StatusWord'
import { type Fields, wordOf } from './fields'

const TONES: Record<string, Tone> = {
  poor: 'running',
  exited: 'good',
  relapsed: 'bad',
  removed: 'resting',
}

export function Kind({ fields, code }: { fields: Fields; code: string | null | undefined }) {
  if (!code) return <Unknown />
  const word = wordOf(fields.get('household_kind'), code)
  return (
    <span className={`tag tag-${code}`} title={word}>
      {word}
    </span>
  )
}

/** Before anybody is registered there is no poverty state: then the registration is the state. */
export function State(props: { fields: Fields; state: string | null; registration: string }) {
  const { fields, state, registration } = props
  if (!state)
    return (
      <StatusWord status={registration} tone="waiting">
        {wordOf(fields.get('registration'), registration)}
      </StatusWord>
    )
  return (
    <StatusWord status={state} tone={TONES[state] ?? 'resting'}>
      {wordOf(fields.get('poverty_state'), state)}
    </StatusWord>
  )
}

export const Unknown = () => <span className="sub">—</span>
