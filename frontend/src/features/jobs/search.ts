import type { Job } from '@/api/jobs'
import { listSearch, oneOf } from '@/lib/urlState'

export const STATES: readonly Job['state'][] = ['queued', 'running', 'done', 'failed', 'cancelled']
export const jobSearch = listSearch([], { state: oneOf(STATES) })
export type JobSearch = ReturnType<typeof jobSearch>
