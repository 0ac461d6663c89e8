import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { readDeskOptions } from '@/api/gen/@tanstack/react-query.gen'
import type { TaskKind, TaskOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Empty } from '@/ui/Empty'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import './reports.css'

/** The page where each kind of thing is done. */
const PAGES: Record<TaskKind, (id: string) => string> = {
  'import-questions': (id) => `/imports/${id}`,
  'import-faults': (id) => `/imports/${id}`,
  'import-merge': (id) => `/imports/${id}`,
  'fund-plan': (id) => `/fund-plans/${id}`,
  'figure-revision': (id) => `/parameters/${id}`,
  hamlets: () => '/places',
}

/** What waits for me, the oldest first. */
export function DeskTasks() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ ...readDeskOptions(), refetchInterval: 60_000 })
  if (error)
    return <ErrorCard what={t('reports.waiting')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={3} />
  if (data.tasks.length === 0) return <Empty text={t('reports.nothing')} />
  return (
    <ul className="plain tasks" aria-label={t('reports.waiting')}>
      {data.tasks.map((task) => (
        <li key={`${task.kind}${task.subject_id}`}>
          <Task {...task} />
        </li>
      ))}
    </ul>
  )
}

function Task({ kind, subject_id, title, steps, count, since }: TaskOut) {
  const { t } = useTranslation()
  return (
    <Link to={PAGES[kind](subject_id) as '/'} className="task">
      <span className="tag">{t(`reports.kinds.${kind}`)}</span>
      <b>{title}</b>
      {count > 1 ? <span className="num sub">{t('reports.count', { n: count })}</span> : null}
      <span className="grow" />
      <span>{steps.join('、')}</span>
      {since ? <span className="sub num">{instant(since)}</span> : null}
    </Link>
  )
}
