import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
interface Props {
  title: string
  state: JobState
  done: number
  /** Unknown while the work is still being measured. */
  total: number | null
  secondsLeft?: number | null
  /** What went wrong and what to do. */
  failure?: ReactNode
  result?: ReactNode
  onCancel?: () => void
}

function useTimeLeft(seconds: number | null | undefined): string {
  const { t } = useTranslation()
  if (seconds === null || seconds === undefined) return ''
  return seconds < 60
    ? t('ui.job.secondsLeft', { n: Math.max(1, Math.round(seconds)) })
    : t('ui.job.minutesLeft', { n: Math.ceil(seconds / 60) })
}

/** Long work: how far, how long still, stop it, and where the result lies. */
export function JobProgress({
  title,
  state,
  done,
  total,
  secondsLeft,
  failure,
  result,
  onCancel,
}: Props) {
  const { t } = useTranslation()
  const left = useTimeLeft(state === 'running' ? secondsLeft : null)
  const percent = state === 'done' ? 100 : total ? Math.floor((done / total) * 100) : 0
  const look = { done: 'success', failed: 'exception', cancelled: 'exception' } as const
  const busy = state === 'queued' || state === 'running'
  return (
    <section className="job" aria-label={title}>
      <div className="row">
        <b>{title}</b>
        <span className="sub">{t(`ui.job.${state}`)}</span>
        <span className="grow" />
        {busy && onCancel ? (
          <Button size="small" onClick={onCancel}>
            {t('ui.job.cancel')}
          </Button>
        ) : null}
        {result}
      </div>
      <Progress
        percent={percent}
        status={busy ? 'active' : look[state as keyof typeof look]}
        aria-label={title}
      />
      <div className="sub num" role="status">
        {total === null ? count(done) : `${count(done)} / ${count(total)}`} {left}
      </div>
      {failure}
    </section>
  )
}
