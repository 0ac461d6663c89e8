import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listJobsOptions } from '@/api/gen/@tanstack/react-query.gen'
import { isOver, type Job, runningJobsQuery } from '@/api/jobs'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import { Empty } from '@/ui/Empty'
import { JobFollow } from '@/ui/JobFollow'
import { DataList } from '@/ui/list/DataList'
import { PageHead } from '@/ui/PageHead'
import { jobColumns } from './columns'
import { JobDrawer } from './JobDrawer'
import { STATES } from './search'
import './jobs.css'

const idOf = ({ id }: Job) => id

/** One's long work: what runs now with its progress, and what has ended with its result. */
export function JobsPage() {
  const { t } = useTranslation()
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, ...search } = useSearch({ from: '/shell/jobs' })
  const navigate = useNavigate()
  const [at, setAt] = useState<string | null>(null)
  const { state } = search
  const query = useQuery({
    ...listJobsOptions({ query: { page, page_size, ...(state && { state }) } }),
    placeholderData: keepPreviousData,
  })
  const columns = useMemo(() => jobColumns(t, ({ id }) => setAt(id)), [t])
  const states = STATES.map((value) => ({ value, label: t(`ui.job.${value}`) }))
  return (
    <>
      <PageHead title={t('jobs.title')}>
        <span className="sub">{t('jobs.what')}</span>
      </PageHead>
      <Running />
      <DataList
        id="jobs"
        label={t('jobs.title')}
        columns={columns}
        rowId={idOf}
        query={query}
        search={{ ...search, page, page_size }}
        onSearch={(patch) =>
          void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as never })
        }
        filters={[
          { key: 'state', label: t('jobs.columns.state'), kind: 'choice', options: states },
        ]}
        onOpen={({ id }) => setAt(id)}
        onPeek={({ id }) => setAt(id)}
        empty={<Empty text={t('jobs.none')} />}
      />
      <JobDrawer id={at} onClose={() => setAt(null)} />
    </>
  )
}

function Running() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data } = useQuery(runningJobsQuery)
  const running = data?.items.filter((job) => !isOver(job)) ?? []
  if (running.length === 0) return null
  return (
    <section className="surface panel jobs-running" aria-label={t('jobs.running')}>
      <h2>{t('jobs.running')}</h2>
      {running.map(({ id }) => (
        <JobFollow
          key={id}
          id={id}
          onOver={() => void queries.invalidateQueries({ queryKey: [{ _id: 'listJobs' }] })}
        />
      ))}
    </section>
  )
}
