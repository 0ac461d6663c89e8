import { useTranslation } from 'react-i18next'
import type { FundPlanDetail } from '@/api/gen/types.gen'
import { count, fenToYuan } from '@/lib/money'
import { Card } from '@/ui/Card'
import { StatusWord } from '@/ui/StatusWord'

const signed = (fen: number) => `${fen > 0 ? '+' : ''}${fenToYuan(fen)}`

/** Both counting bases side by side, so that nobody decides without having seen the other. */
export function Bases({ plan }: { plan: FundPlanDetail }) {
  const { t } = useTranslation()
  const mine = plan.bases.find(({ is_chosen }) => is_chosen)?.total_fen ?? plan.total_fen
  return (
    <Card title={t('funds.bases.title')}>
      <p className="sub">{t('funds.bases.why')}</p>
      <table className="declared-table" aria-label={t('funds.bases.title')}>
        <thead>
          <tr>
            <th scope="col">{t('funds.counting')}</th>
            <th scope="col">{t('funds.weak')}</th>
            <th scope="col" className="right">
              {t('funds.heads')}
            </th>
            <th scope="col" className="right">
              {t('funds.totalYuan')}
            </th>
            <th scope="col" className="right">
              {t('funds.bases.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.bases.map((basis) => (
            <tr
              key={`${basis.counting_basis}:${basis.counts_weak}`}
              className={basis.is_chosen ? 'fund-chosen' : undefined}
            >
              <th scope="row">{basis.counting_basis_title}</th>
              <td>{t(basis.counts_weak ? 'funds.weakIn' : 'funds.weakOut')}</td>
              <td className="num right">{count(basis.heads)}</td>
              <td className="num right">{fenToYuan(basis.total_fen)}</td>
              <td className="num right">
                {basis.is_chosen ? (
                  <StatusWord status="done">{t('funds.bases.chosen')}</StatusWord>
                ) : (
                  signed(basis.total_fen - mine)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
