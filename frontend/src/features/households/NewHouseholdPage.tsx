import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { NewHousehold } from './edit/NewHousehold'
import './households.css'

export function NewHouseholdPage() {
  const { t } = useTranslation()
  return (
    <>
      <PageHead title={t('households.create')} />
      <ErrorBoundary>
        <Suspense fallback={<Loading rows={12} />}>
          <NewHousehold />
        </Suspense>
      </ErrorBoundary>
    </>
  )
}
