import type { TFunction } from 'i18next'
import { isOver, type Job } from '@/api/jobs'
import { instant } from '@/lib/dates'
import { count } from '@/lib/money'
import { Cell } from '@/ui/Cell'
import type { GridColumn } from '@/ui/grid/columns'
import { StatusWord } from '@/ui/StatusWord'
import { Result } from './Result'

const text = { kind: 'text' } as const
const day = { kind: 'date' } as const
const at = (value: string | null) => <Cell fact={day} value={value ? instant(value) : null} />

const progress = ({ done, total }: Job) =>
  total ? `${count(done)} / ${count(total)}` : done ? count(done) : ''

export const jobColumns = (t: TFunction, onOpen: (job: Job) => void): GridColumn<Job>[] => [
  {
    id: 'title',
    title: t('jobs.columns.title'),
    width: 200,
    pinned: true,
    cell: (job) => (
      <button type="button" className="job-open" onClick={() => onOpen(job)}>
        {job.title}
      </button>
    ),
  },
  {
    id: 'state',
    title: t('jobs.columns.state'),
    width: 110,
    cell: ({ state }) => <StatusWord status={state}>{t(`ui.job.${state}`)}</StatusWord>,
  },
  {
    id: 'progress',
    title: t('jobs.columns.progress'),
    width: 140,
    align: 'right',
    cell: (job) => <span className="num">{progress(job)}</span>,
  },
  {
    id: 'result',
    title: t('jobs.columns.result'),
    width: 260,
    cell: (job) => <Result job={job} />,
  },
  {
    id: 'error',
    title: t('jobs.columns.error'),
    width: 360,
    cell: ({ error, state }) =>
      isOver({ state } as Job) ? <Cell fact={text} value={error} /> : '',
  },
  { id: 'made_at', title: t('jobs.columns.made'), width: 150, cell: ({ made_at }) => at(made_at) },
  {
    id: 'ended_at',
    title: t('jobs.columns.ended'),
    width: 150,
    cell: ({ ended_at }) => at(ended_at),
  },
]
