import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { ExportButton } from './list/ExportButton'
import { HouseholdList } from './list/HouseholdList'
import { Total } from './list/Total'
import { useMay } from './queries'
import './households.css'

/** Every household of one's area: by filters in the address, or by what was typed to find one. */
export function HouseholdListPage() {
  const { t } = useTranslation()
  const mayWrite = useMay('households:write')
  const mayImport = useMay('imports:read')
  const create = (
    <LinkButton to="/households/new" color="primary" variant="solid" icon={<PlusOutlined />}>
      {t('households.create')}
    </LinkButton>
  )
  const bring = (
    <LinkButton to="/imports" icon={<UploadOutlined />}>
      {t('imports.button')}
    </LinkButton>
  )
  const actions = (
    <span className="row">
      {mayImport ? bring : null}
      <ExportButton />
      {mayWrite ? create : null}
    </span>
  )
  return (
    <>
      <PageHead title={t('households.title')} actions={actions}>
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
