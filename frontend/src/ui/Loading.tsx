import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

/** Grey lines where the content will stand; never a spinner for a whole page. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('ui.loading')} className="loading">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
