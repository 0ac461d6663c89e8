import { useTranslation } from 'react-i18next'

/** Grey lines where the content will stand; never a spinner for a whole page. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  const lines = Array.from({ length: rows }, (_, index) => index)
  return (
    <div role="status" aria-label={t('ui.loading')} className="loading">
      {lines.map((line) => (
        <div key={line} className="loading-line" />
      ))}
    </div>
  )
}
