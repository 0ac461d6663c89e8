import { useTranslation } from 'react-i18next'
import { Dead } from './Dead'

export function NotFound() {
  const { t } = useTranslation()
  return <Dead code="404" title={t('app.notFound.title')} why={t('app.notFound.why')} />
}
