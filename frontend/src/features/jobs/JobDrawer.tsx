import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { jobQuery } from '@/api/jobs'
import { instant } from '@/lib/dates'
import { Descriptions } from '@/ui/Descriptions'
import { JobFollow } from '@/ui/JobFollow'
import { LinkButton } from '@/ui/LinkButton'

/** Where work of a kind is begun, so that what failed can be done again. */
const PAGES: Record<string, string> = { 'import-check': '/imports' }

export function JobDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={id !== null}
      size={520}
      title={t('jobs.one')}
      closable={{ 'aria-label': t('ui.close') }}
      onClose={onClose}
    >
      {id ? <Job id={id} /> : null}
    </Drawer>
  )
}

function Job({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data: job } = useQuery(jobQuery(id))
  const { routesById } = useRouter()
  const page = PAGES[job?.kind ?? '']
  const isThere = page !== undefined && Object.keys(routesById).includes(`/shell${page}`)
  const moment = (at: string | null | undefined) => (at ? instant(at) : '—')
  return (
    <div className="job-detail">
      <JobFollow id={id} />
      <Descriptions
        items={[
          { key: 'made', label: t('jobs.columns.made'), value: moment(job?.made_at) },
          { key: 'started', label: t('jobs.columns.started'), value: moment(job?.started_at) },
          { key: 'ended', label: t('jobs.columns.ended'), value: moment(job?.ended_at) },
          { key: 'file', label: t('jobs.columns.result'), value: job?.result_name ?? '—' },
        ]}
      />
      {isThere ? <LinkButton to={page as '/'}>{t('jobs.again')}</LinkButton> : null}
    </div>
  )
}
