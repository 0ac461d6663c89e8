import { useTranslation } from 'react-i18next'
import type { SpreadCellOut } from '@/api/gen/types.gen'
import { fenToYuan } from '@/lib/money'

export const ODD_MARK = '＊'

/** A cell in yuan, marked where an odd unit went; pointed at, it says its exact share. */
export function Amount({ cell }: { cell: SpreadCellOut }) {
  const { t } = useTranslation()
  const { amount_fen, exact, odd } = cell
  return (
    <span className="fund-amount" title={t('funds.matrix.exact', { share: exact })}>
      {fenToYuan(amount_fen)}
      {odd ? (
        <span className="fund-odd">
          <span aria-hidden="true">{ODD_MARK}</span>
          <span className="sr">{t('funds.matrix.odd')}</span>
        </span>
      ) : null}
    </span>
  )
}
