import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RecordOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { Empty } from '@/ui/Empty'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { Pager } from '@/ui/list/Pager'
import type { PartProps } from './part'
import { recordsQuery } from './queries'
import { ACTIONS, type Action } from './search'

/** Households by what becomes of them, with every fact that would change. */
export function Records({ batch, search, onSearch }: PartProps) {
  const { t } = useTranslation()
  const { action = batch.state === 'merged' ? 'merged' : 'new' } = search
  const { data, error, isFetching, refetch } = useQuery(recordsQuery(batch.id, action, search))
  return (
    <>
      <div className="toolbar">
        <Segmented<Action>
          value={action}
          onChange={(next) => onSearch({ action: next })}
          options={ACTIONS.map((value) => ({ value, label: t(`imports.actions.${value}`) }))}
        />
        <span className="sub" role="status">
          {data ? t('ui.list.total', { n: count(data.total) }) : ''}
        </span>
      </div>
      {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
      <section
        className="import-scroll"
        tabIndex={0}
        aria-busy={isFetching}
        aria-label={t(`imports.actions.${action}`)}
      >
        {data ? <RecordTable rows={data.items} /> : error ? null : <Loading rows={8} />}
      </section>
      <div className="list-foot">
        <Pager search={search} total={data?.total ?? 0} onChange={(pages) => onSearch(pages)} />
      </div>
    </>
  )
}

function RecordTable({ rows }: { rows: readonly RecordOut[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return <Empty text={t('imports.noRecords')} />
  return (
    <table className="declared-table">
      <thead>
        <tr>
          <th scope="col">{t('imports.householdNo')}</th>
          <th scope="col">{t('imports.head')}</th>
          <th scope="col" className="right">
            {t('imports.counts.members')}
          </th>
          <th scope="col">{t('imports.village')}</th>
          <th scope="col">{t('imports.firstRow')}</th>
          <th scope="col">{t('imports.changes')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.key} ${row.sheet} ${row.row}`}>
            <th scope="row" className="mono">
              {row.key}
            </th>
            <td>{row.title}</td>
            <td className="right num">{count(row.members)}</td>
            <td>{row.place}</td>
            <td className="num">{row.row}</td>
            <td>
              <Changes changes={row.changes} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Changes({ changes }: { changes: RecordOut['changes'] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return <span className="sub">—</span>
  return (
    <dl className="import-changes">
      {changes.map(({ member, title, before, after }) => (
        <div key={`${member} ${title} ${before} ${after}`} className="import-change">
          <dt>{member ? `${member} · ${title}` : title}</dt>
          <dd>
            <del>{before || t('ui.unknown')}</del> → <ins>{after || t('ui.unknown')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
