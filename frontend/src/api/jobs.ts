/** One's long work: how far it is, stopping it. The file it made is fetched with `download`. */
import { queryOptions } from '@tanstack/react-query'
import { getJobOptions } from './gen/@tanstack/react-query.gen'
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
