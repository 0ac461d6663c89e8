import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllocationOut, FundPlanDetail } from '@/api/gen/types.gen'
import { count, fenToYuan } from '@/lib/money'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { Amount, ODD_MARK } from './Amount'
import { allocationQuery } from './queries'

/** Villages × tiers in yuan to the fen; rows, columns and the total agree exactly. */
export function Matrix({ plan }: { plan: FundPlanDetail }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data, error, refetch } = useQuery(allocationQuery(plan.id))
  if (!data)
    return error ? (
      <ErrorCard error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading rows={10} />
    )
  const legend = data.odd_units
    ? t('funds.matrix.legend', {
        mark: ODD_MARK,
        unit: t(`funds.roundings.${data.rounding}`),
        n: count(data.odd_units),
      })
    : t('funds.matrix.whole')
  return (
    <>
      <div className="fund-legend">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          aria-label={t('funds.matrix.find')}
          placeholder={t('funds.matrix.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="sub">{legend}</p>
      </div>
      <Table allocation={data} text={text.trim()} />
    </>
  )
}

function Table({ allocation, text }: { allocation: AllocationOut; text: string }) {
  const { t } = useTranslation()
  const { tiers, villages } = allocation
  const shown = villages.filter(({ village, town }) => `${town}${village}`.includes(text))
  return (
    <div className="fund-matrix">
      <section className="fund-scroll" tabIndex={0} aria-label={t('funds.matrix.label')}>
        <table className="declared-table" aria-label={t('funds.matrix.label')}>
          <thead>
            <tr>
              <th scope="col">{t('funds.town')}</th>
              <th scope="col">{t('funds.village')}</th>
              <th scope="col" className="right">
                {t('funds.heads')}
              </th>
              {tiers.map(({ slug, title }) => (
                <th key={slug} scope="col" className="right">
                  {title}
                </th>
              ))}
              <th scope="col" className="right">
                {t('funds.matrix.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.village_id}>
                <td>{row.town}</td>
                <th scope="row">{row.village}</th>
                <td className="num right">{count(row.heads)}</td>
                {row.cells.map((cell) => (
                  <td key={cell.tier} className="num right">
                    <Amount cell={cell} />
                  </td>
                ))}
                <td className="num right fund-sum">{fenToYuan(row.amount_fen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('funds.matrix.sum')}
              </th>
              <td className="num right">{count(allocation.heads)}</td>
              {tiers.map(({ slug, amount_fen }) => (
                <td key={slug} className="num right">
                  {fenToYuan(amount_fen)}
                </td>
              ))}
              <td className="num right">{fenToYuan(allocation.total_fen)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      {shown.length ? null : <p className="sub">{t('funds.matrix.noVillage')}</p>}
    </div>
  )
}
