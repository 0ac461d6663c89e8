/** Every list of the product: search, filters, chips, selection, grid, pages, in one frame. */
import { DownloadOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_PAGE_SIZE, type ListSearch, nextSort } from '@/lib/urlState'
import { Empty } from '../Empty'
import { ErrorCard } from '../ErrorCard'
import { type GridColumn, useGridLayout } from '../grid/columns'
import { Grid } from '../grid/Grid'
import { GridSettings } from '../grid/GridSettings'
import { NOTHING, type Selection } from '../grid/selection'
import { Loading } from '../Loading'
import { Chips } from './Chips'
import { FilterButton } from './FilterButton'
import type { Filter } from './filters'
import { Pager } from './Pager'
import { SavedViews } from './SavedViews'
import { SearchBox, type SearchBoxProps } from './SearchBox'
import { SelectionBar } from './SelectionBar'
import './list.css'

export interface DataListProps<T> {
  /** Under this name the columns are remembered. */
  id: string
  label: string
  columns: readonly GridColumn<T>[]
  rowId: (row: T) => string
  /** A `useQuery` result, best with `placeholderData: keepPreviousData`. */
  query: {
    data?: { items: readonly T[]; total: number } | undefined
    error: unknown
    isPending: boolean
    isFetching: boolean
    refetch: () => unknown
  }
  /** The list's address state and how to change it. */
  search: ListSearch & Readonly<Record<string, unknown>>
  onSearch: (patch: Record<string, unknown>) => void
  filters?: readonly Filter[]
  box?: SearchBoxProps
  /** Left of the search box: saved views, a switch. */
  tools?: ReactNode
  selection?: Selection
  onSelection?: (selection: Selection) => void
  selectionActions?: ReactNode
  /** Exports the same question, with the columns one sees in their order. */
  onExport?: (columns: readonly string[]) => void
  onOpen?: (row: T) => void
  onPeek?: (row: T) => void
  /** The row one came back from. */
  startAt?: string | undefined
  /** One line above the rows: what is shown and why. */
  note?: ReactNode
  foot?: Readonly<Record<string, ReactNode>>
  empty?: ReactNode
}

export function DataList<T>(props: DataListProps<T>) {
  const { t } = useTranslation()
  const { query, search, filters = [], selection, onSelection } = props
  const layout = useGridLayout(props.id, props.columns, selection !== undefined)
  const total = query.data?.total ?? 0
  // Whoever filters or sorts anew starts on the first page.
  const patch = (change: Record<string, unknown>) => props.onSearch({ page: undefined, ...change })
  // "All that match" means others after another filter: what was chosen is let go.
  const refilter = (change: Record<string, unknown>) => {
    onSelection?.(NOTHING)
    patch(change)
  }
  const apply = (question: Readonly<Record<string, unknown>>) => {
    const gone = Object.fromEntries(Object.keys(questionOf(search)).map((key) => [key, undefined]))
    refilter({ ...gone, ...question })
  }
  const size = search.page_size ?? DEFAULT_PAGE_SIZE
  return (
    <section className="surface list">
      <div className="toolbar" role="search">
        {props.tools}
        {props.box ? <SearchBox {...props.box} /> : null}
        {filters.length ? (
          <FilterButton filters={filters} values={search} onChange={refilter} />
        ) : null}
        <SavedViews id={props.id} state={questionOf(search)} onApply={apply} />
        <span className="grow" />
        {props.onExport ? (
          <Button
            icon={<DownloadOutlined />}
            onClick={() => props.onExport?.(layout.shown.map(({ id }) => id))}
          >
            {t('ui.list.export')}
          </Button>
        ) : null}
        <Button
          type="text"
          aria-label={t('ui.list.refresh')}
          title={t('ui.list.refresh')}
          icon={<ReloadOutlined spin={query.isFetching} />}
          onClick={() => void query.refetch()}
        />
        <GridSettings layout={layout} />
      </div>
      <Chips filters={filters} values={search} onChange={refilter} />
      {selection && onSelection ? (
        <SelectionBar selection={selection} total={total} onSelection={onSelection}>
          {props.selectionActions}
        </SelectionBar>
      ) : null}
      {props.note ? (
        <p className="list-note sub" role="status">
          {props.note}
        </p>
      ) : null}
      {query.error ? <ErrorCard error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? (
        <Loading rows={12} />
      ) : (
        <Grid
          label={props.label}
          layout={layout}
          rows={query.data?.items ?? (NO_ROWS as readonly T[])}
          rowId={props.rowId}
          total={total}
          offset={((search.page ?? 1) - 1) * size}
          sort={search.sort}
          onSort={(column) => patch({ sort: nextSort(search.sort, column) })}
          {...(selection && { selection })}
          {...(onSelection && { onSelection })}
          {...(props.onOpen && { onOpen: props.onOpen })}
          {...(props.onPeek && { onPeek: props.onPeek })}
          {...(props.foot && { foot: props.foot })}
          startAt={props.startAt}
          busy={query.isFetching}
          empty={query.error ? null : (props.empty ?? <Empty />)}
        />
      )}
      <div className="list-foot">
        <Pager search={search} total={total} onChange={(pages) => props.onSearch({ ...pages })} />
      </div>
    </section>
  )
}

/** What one asks, apart from where one is: the page, and the place of work on top. */
function questionOf(search: Readonly<Record<string, unknown>>) {
  const { page: _page, place: _place, ...question } = search
  return question
}

const NO_ROWS: readonly unknown[] = []
