import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import { useProblemText } from '@/ui/problem'
import { Dead } from './Dead'
import { Forbidden } from './Forbidden'
import { NotFound } from './NotFound'

export function RouteError({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const router = useRouter()
  const { text, reference } = useProblemText(error)
  if (error instanceof ApiError && error.status === 404) return <NotFound />
  if (error instanceof ApiError && error.status === 403) return <Forbidden />
  return (
    <Dead code="500" title={t('app.broken.title')} why={`${t('app.broken.why')}${text}`}>
      {reference ? <p className="mono sub">{reference}</p> : null}
      <Button onClick={() => void router.invalidate()}>{t('ui.retry')}</Button>
    </Dead>
  )
}
