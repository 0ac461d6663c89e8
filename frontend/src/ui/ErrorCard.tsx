import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useProblemText } from './problem'

interface Props {
  error: unknown
  onRetry?: () => void
  /** What could not be shown: "村级名单". */
  what?: string
}

/** What failed, why, and a way on; the reference is for whoever is asked for help. */
export function ErrorCard({ error, onRetry, what }: Props) {
  const { t } = useTranslation()
  const { text, reference } = useProblemText(error)
  const retry = (
    <Button size="small" onClick={onRetry}>
      {t('ui.retry')}
    </Button>
  )
  return (
    <Alert
      role="alert"
      className="error-card"
      type="error"
      showIcon
      title={what ? t('ui.notShownWhat', { what }) : t('ui.notShown')}
      description={
        <>
          {text} {reference ? <span className="mono">{reference}</span> : null}
        </>
      }
      action={onRetry ? retry : undefined}
    />
  )
}
