import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDetail } from '@/api/gen/types.gen'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { Loading } from '@/ui/Loading'
import { Counts } from './Counts'
import { Findings } from './Findings'
import type { PartProps } from './part'
import { Records } from './Records'
import { Rows } from './Rows'
import { PARTS, type Part } from './search'

const VIEWS: Record<Part, (props: PartProps) => React.ReactNode> = {
  findings: Findings,
  records: Records,
  rows: Rows,
}

/** Figures on top open what is behind them: findings, households, the sheet itself. */
export function Review({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/imports/$batchId' })
  const navigate = useNavigate()
  const { errors = 0, warnings = 0, normalised = 0 } = batch.counts
  const found = errors + warnings + normalised
  const { part = found ? 'findings' : 'records' } = search
  const onSearch: PartProps['onSearch'] = (patch) =>
    void navigate({
      to: '.',
      search: (was) =>
        ({ ...was, page: undefined, row: undefined, column: undefined, ...patch }) as never,
      replace: true,
    })
  const View = VIEWS[part]
  return (
    <>
      <Counts batch={batch} search={{ ...search, part }} onSearch={onSearch} />
      <section className="surface import-parts">
        <Tabs
          activeKey={part}
          onChange={(key) => onSearch({ part: key, page_size: undefined })}
          items={PARTS.map((key) => ({ key, label: t(`imports.parts.${key}`) }))}
        />
        <ErrorBoundary key={part} what={t(`imports.parts.${part}`)}>
          <Suspense fallback={<Loading rows={8} />}>
            <View batch={batch} search={search} onSearch={onSearch} />
          </Suspense>
        </ErrorBoundary>
      </section>
    </>
  )
}
