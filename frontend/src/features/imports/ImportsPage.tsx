import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOut } from '@/api/gen/types.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import { Empty } from '@/ui/Empty'
import { DataList } from '@/ui/list/DataList'
import { PageHead } from '@/ui/PageHead'
import { batchColumns } from './columns'
import { importsQuery, useMay } from './queries'
import { STATES } from './search'
import { UploadBox } from './UploadBox'
import './imports.css'

const idOf = ({ id }: ImportOut) => id

/** Rosters brought in: what is under way, what waits for me, what was merged. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, ...rest } = useSearch({ from: '/shell/imports' })
  const search = { ...rest, page, page_size }
  const navigate = useNavigate()
  const mayStage = useMay('imports:stage')
  const query = useQuery(importsQuery(search))
  const columns = useMemo(() => batchColumns(t), [t])
  const options = STATES.map((value) => ({ value, label: t(`imports.states.${value}`) }))
  return (
    <>
      <PageHead title={t('imports.title')}>
        <span className="sub">{t('imports.what')}</span>
      </PageHead>
      {mayStage ? <UploadBox /> : null}
      <DataList
        id="imports"
        label={t('imports.title')}
        columns={columns}
        rowId={idOf}
        query={query}
        search={search}
        onSearch={(patch) =>
          void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as never })
        }
        filters={[{ key: 'state', label: t('imports.state'), kind: 'choice', options }]}
        onOpen={({ id }) => void navigate({ to: '/imports/$batchId', params: { batchId: id } })}
        empty={<Empty text={t('imports.none')} />}
      />
    </>
  )
}
