import { useTranslation } from 'react-i18next'
import { Dead } from './Dead'

export function Forbidden() {
  const { t } = useTranslation()
  return <Dead code="403" title={t('app.forbidden.title')} why={t('app.forbidden.why')} />
}
