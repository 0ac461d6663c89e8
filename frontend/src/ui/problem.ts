/** What a person is told when something failed: the server's own sentence, else ours. */
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/client'
import i18n, { type TextKey } from '@/lib/i18n'

const KNOWN = [401, 403, 404, 409, 412, 413, 422, 429, 500, 503] as const
const key = (status: number): TextKey =>
  `ui.problem.status.s${KNOWN.find((known) => known === status) ?? 500}`

export function problemText(error: unknown): string {
  if (!(error instanceof ApiError)) return i18n.t('ui.problem.unexpected')
  const { status, detail, title } = error.problem
  if (status === 0) return i18n.t('ui.problem.network')
  return detail || title || i18n.t(key(status))
}

export function useProblemText(error: unknown): { text: string; reference: string } {
  const { t } = useTranslation()
  const id = error instanceof ApiError ? error.problem.request_id : null
  return { text: problemText(error), reference: id ? t('ui.problem.requestId', { id }) : '' }
}
