/** A status is a word, one fixed colour and a dot: never colour alone. */
export const TONES = {
  running: 'var(--primary)',
  good: 'var(--good)',
  waiting: 'var(--warn)',
  bad: 'var(--bad)',
  special: 'var(--violet)',
  resting: 'var(--sub)',
} as const
export type Tone = keyof typeof TONES

/** The same state has the same tone on every page; a state not listed rests. */
const TONE_OF: Record<string, Tone> = {
  active: 'running',
  open: 'running',
  running: 'running',
  computed: 'running',
  reading: 'running',
  validating: 'running',
  merging: 'running',
  draft: 'waiting',
  queued: 'waiting',
  pending: 'waiting',
  staged: 'waiting',
  review: 'waiting',
  held: 'waiting',
  checked: 'waiting',
  warning: 'waiting',
  proposed: 'waiting',
  decided: 'good',
  approved: 'good',
  merged: 'good',
  done: 'good',
  exited: 'good',
  confirmed: 'good',
  error: 'bad',
  failed: 'bad',
  rejected: 'bad',
  declined: 'bad',
  returned: 'bad',
  relapsed: 'bad',
  locked: 'bad',
  published: 'special',
  noticed: 'special',
}

interface Props {
  status: string
  /** The word itself, from the API or the locale. */
  children: string
  tone?: Tone
}

export function StatusWord({ status, children, tone }: Props) {
  const colour = TONES[tone ?? TONE_OF[status] ?? 'resting']
  return (
    <span className="status" style={{ ['--c' as string]: colour }}>
      {children}
    </span>
  )
}
