/** How states and severities look, wherever they stand. */
import { useTranslation } from 'react-i18next'
import type { FindingOut, ImportDetail, ImportOut } from '@/api/gen/types.gen'
import { StatusWord, type Tone } from '@/ui/StatusWord'

const STATE_TONES: Record<ImportOut['state'], Tone> = {
  uploaded: 'running',
  reading: 'running',
  'needs-columns': 'waiting',
  'needs-date': 'waiting',
  checked: 'waiting',
  'partly-merged': 'waiting',
  merged: 'good',
  discarded: 'resting',
  failed: 'bad',
}
const SEVERITY_TONES: Record<FindingOut['severity'], Tone> = {
  error: 'bad',
  warning: 'waiting',
  normalised: 'running',
}

export function State({ state }: { state: ImportOut['state'] }) {
  const { t } = useTranslation()
  return (
    <StatusWord status={state} tone={STATE_TONES[state]}>
      {t(`imports.states.${state}`)}
    </StatusWord>
  )
}

export function Severity({ severity }: { severity: FindingOut['severity'] }) {
  const { t } = useTranslation()
  return (
    <StatusWord status={severity} tone={SEVERITY_TONES[severity]}>
      {t(`imports.severities.${severity}`)}
    </StatusWord>
  )
}

/** What a rule is about, in the server's words. */
export function ruleTitle({ kinds }: ImportDetail, rule: string): string {
  const kind = kinds.find((one) => one.rule === rule)
  return kind?.title || rule
}
