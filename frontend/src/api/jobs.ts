/** One's long work: how far it is, stopping it. The file it made is fetched with `download`. */
import { queryOptions } from '@tanstack/react-query'
import { getJobOptions, listJobsOptions } from './gen/@tanstack/react-query.gen'
import { cancelJob as cancel } from './gen/sdk.gen'
import type { JobOut } from './gen/types.gen'

export type Job = JobOut

export const isOver = ({ state }: Job): boolean => state !== 'queued' && state !== 'running'

const POLL_MS = 1000

export const jobQuery = (id: string) =>
  queryOptions({
    ...getJobOptions({ path: { job_id: id } }),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : POLL_MS),
    staleTime: 0,
  })

export const cancelJob = (id: string) => cancel({ path: { job_id: id }, throwOnError: true })

const SOON_MS = 3000
const NOW_AND_THEN_MS = 30_000

/** One's newest jobs: asked often while something runs, now and then otherwise. */
export const runningJobsQuery = queryOptions({
  ...listJobsOptions({ query: { page_size: 50 } }),
  refetchInterval: ({ state: { data } }) =>
    data?.items.some((job) => !isOver(job)) ? SOON_MS : NOW_AND_THEN_MS,
  staleTime: 0,
})
