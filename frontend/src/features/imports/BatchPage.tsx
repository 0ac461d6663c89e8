import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportDetail } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { useNamePage } from '@/lib/pageName'
import { JobProgress } from '@/ui/JobProgress'
import { PageHead } from '@/ui/PageHead'
import { Actions } from './Actions'
import { AskColumns } from './AskColumns'
import { AskDay } from './AskDay'
import { Merged } from './Merged'
import { batchQuery } from './queries'
import { Review } from './Review'
import { State } from './words'
import '@/ui/declared.css'
import './imports.css'

/** One workbook from upload to registry; what the page shows follows from the batch's state. */
export function BatchPage() {
  const { t } = useTranslation()
  const { batchId } = useParams({ from: '/shell/imports/$batchId' })
  const { data: batch } = useSuspenseQuery(batchQuery(batchId))
  useNamePage(batch.file_name)
  return (
    <>
      <PageHead title={batch.file_name} actions={<Actions batch={batch} />}>
        <State state={batch.state} />
        <span className="sub">
          {t('imports.by', { name: batch.actor_name, at: instant(batch.made_at) })}
        </span>
      </PageHead>
      <Body batch={batch} />
    </>
  )
}

function Body({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  switch (batch.state) {
    case 'uploaded':
    case 'reading':
      return (
        <section className="surface panel">
          <JobProgress
            title={t('imports.reading')}
            state={batch.state === 'reading' ? 'running' : 'queued'}
            done={batch.done}
            total={batch.total || null}
          />
          <p className="sub">{t('imports.readingHint')}</p>
        </section>
      )
    case 'needs-columns':
      return <AskColumns batch={batch} />
    case 'needs-date':
      return <AskDay batch={batch} />
    case 'failed':
      return (
        <Alert
          role="alert"
          type="error"
          showIcon
          title={t('imports.failed')}
          description={batch.error ?? t('imports.failedWhy')}
        />
      )
    case 'discarded':
      return <Alert type="info" showIcon title={t('imports.discardedNote')} />
    case 'checked':
    case 'partly-merged':
    case 'merged':
      return (
        <>
          <Merged batch={batch} />
          <Review batch={batch} />
        </>
      )
  }
}
