import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { cancelJob, isOver, type Job, jobQuery } from '@/api/jobs'
import { secondsLeft } from '@/lib/timeLeft'
import { DownloadButton } from './DownloadButton'
import { ErrorCard } from './ErrorCard'
import { JobProgress } from './JobProgress'
import { Loading } from './Loading'

interface Props {
  id: string
  /** Called once when the job has come to its end, whichever. */
  onOver?: (job: Job) => void
}

/** Follows a job to its end; leaving the page stops the watching, not the work. */
export function JobFollow({ id, onOver }: Props) {
  const { t } = useTranslation()
  const { data: job, error, refetch } = useQuery(jobQuery(id))
  const cancel = useMutation({ mutationFn: () => cancelJob(id), onSettled: () => refetch() })
  const over = job && isOver(job)
  const told = useRef(false)
  useEffect(() => {
    if (!job || !over || told.current) return
    told.current = true
    onOver?.(job)
  }, [job, over, onOver])
  if (!job)
    return error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : <Loading rows={2} />
  const total = job.total || null
  return (
    <JobProgress
      title={job.title}
      state={job.state}
      done={job.done}
      total={total}
      secondsLeft={secondsLeft(job.started_at, job.done, total, Date.now())}
      failure={job.error}
      onCancel={() => cancel.mutate()}
      result={
        job.result_url ? (
          <DownloadButton fetch={() => download(job.result_url ?? '')}>
            {t('ui.job.result')}
          </DownloadButton>
        ) : null
      }
    />
  )
}
