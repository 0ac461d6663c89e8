import { useTranslation } from 'react-i18next'
import { StatusWord } from '@/ui/StatusWord'

export function State({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation()
  const state = disabled ? 'disabled' : 'active'
  return (
    <StatusWord status={state} {...(!disabled && { tone: 'good' as const })}>
      {t(`accounts.states.${state}`)}
    </StatusWord>
  )
}
