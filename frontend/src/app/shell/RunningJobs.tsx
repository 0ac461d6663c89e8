import { ClockCircleOutlined, LoadingOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isOver, runningJobsQuery } from '@/api/jobs'
import { LinkButton } from '@/ui/LinkButton'

/** How much of one's long work is still going on; it leads to where it is followed. */
export function RunningJobs() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data } = useQuery(runningJobsQuery)
  // A job that a page begins to follow is new: look at once, not at the next turn.
  useEffect(
    () =>
      queries.getQueryCache().subscribe(({ type, query }) => {
        const [key] = query.queryKey as [{ _id?: string } | undefined]
        if (type === 'added' && key?._id === 'getJob')
          void queries.invalidateQueries({ queryKey: runningJobsQuery.queryKey })
      }),
    [queries],
  )
  const n = data?.items.filter((job) => !isOver(job)).length ?? 0
  return (
    <span role="status">
      <LinkButton
        to="/jobs"
        type="text"
        icon={n > 0 ? <LoadingOutlined /> : <ClockCircleOutlined />}
        title={t('jobs.title')}
        aria-label={n > 0 ? t('jobs.count', { n }) : t('jobs.title')}
      >
        {n > 0 ? t('jobs.count', { n }) : null}
      </LinkButton>
    </span>
  )
}
