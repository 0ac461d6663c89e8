import { useTranslation } from 'react-i18next'
import type { UserOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { StatusWord } from '@/ui/StatusWord'

/** In use, locked for a while, or put out. */
export function State({ user }: { user: UserOut }) {
  const { t } = useTranslation()
  const { state, locked_until } = user
  const word = t(`accounts.states.${state}`)
  return (
    <StatusWord status={state} {...(state === 'active' && { tone: 'good' as const })}>
      {locked_until ? t('accounts.lockedUntil', { word, at: instant(locked_until) }) : word}
    </StatusWord>
  )
}
