import { useQuery } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Empty } from '@/ui/Empty'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { Pager } from '@/ui/list/Pager'
import type { PartProps } from './part'
import { GRID_PAGE, isReviewed, rowsQuery, useMay } from './queries'
import { type At, SheetGrid } from './SheetGrid'
import { ruleTitle } from './words'

/** The workbook as it stands, faulty cells marked; a cell is corrected where it is. */
export function Rows({ batch, search, onSearch }: PartProps) {
  const { t } = useTranslation()
  const mayStage = useMay('imports:stage')
  const { page, row, column } = search
  const at = row !== undefined && column !== undefined ? { row, column } : null
  const setAt = (next: At | null) => onSearch({ page, row: next?.row, column: next?.column })
  const tables = batch.sheets.filter(({ kind }) => kind === 'table')
  const shown = tables.find(({ position }) => position === search.sheet) ?? tables[0]
  const query = useQuery({
    ...rowsQuery(batch.id, shown?.position ?? 0, search),
    enabled: shown !== undefined,
  })
  if (!shown) return <Empty text={t('imports.noTable')} />
  const { data, error, refetch } = query
  const narrowed = search.rule ?? search.severity
  return (
    <>
      <div className="toolbar">
        <Select
          aria-label={t('imports.sheet')}
          className="import-sheet"
          value={shown.position}
          onChange={(sheet) => onSearch({ sheet })}
          options={tables.map(({ position, name }) => ({ value: position, label: name }))}
        />
        {search.rule ? <Tag>{ruleTitle(batch, search.rule)}</Tag> : null}
        {search.severity ? <Tag>{t(`imports.severities.${search.severity}`)}</Tag> : null}
        {narrowed ? (
          <Button size="small" onClick={() => onSearch({ rule: undefined, severity: undefined })}>
            {t('imports.allRows')}
          </Button>
        ) : (
          <Button size="small" onClick={() => onSearch({ severity: 'error' })}>
            {t('imports.faultyRows')}
          </Button>
        )}
        <span className="grow" />
        <span className="sub">{t('imports.gridHint')}</span>
      </div>
      {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <SheetGrid
          batchId={batch.id}
          sheet={shown}
          rows={data.items}
          editable={mayStage && isReviewed(batch.state)}
          at={at}
          onAt={setAt}
        />
      ) : error ? null : (
        <Loading rows={10} />
      )}
      <div className="list-foot">
        <Pager
          search={{ page_size: GRID_PAGE, ...search }}
          total={data?.total ?? 0}
          onChange={(pages) => onSearch(pages)}
        />
      </div>
    </>
  )
}
