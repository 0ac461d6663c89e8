import { Empty as AntEmpty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Nothing here, why, and what to do about it. */
export function Empty({ text, children }: { text?: string; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <AntEmpty
      className="empty"
      image={AntEmpty.PRESENTED_IMAGE_SIMPLE}
      description={text ?? t('ui.empty')}
    >
      {children}
    </AntEmpty>
  )
}
