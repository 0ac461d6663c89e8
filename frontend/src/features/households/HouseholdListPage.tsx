import { PlusOutlined } from '@ant-design/icons'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { HouseholdList } from './list/HouseholdList'
import { Total } from './list/Total'
import { useMay } from './queries'
import './households.css'

/** Every household of one's area: by filters in the address, or by what was typed to find one. */
export function HouseholdListPage() {
  const { t } = useTranslation()
  const mayWrite = useMay('households:write')
  const create = (
    <LinkButton to="/households/new" color="primary" variant="solid" icon={<PlusOutlined />}>
      {t('households.create')}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={t('households.title')} actions={mayWrite ? create : null}>
        <Total />
      </PageHead>
      <ErrorBoundary>
        <Suspense fallback={<Loading rows={12} />}>
          <HouseholdList />
        </Suspense>
      </ErrorBoundary>
    </>
  )
}
