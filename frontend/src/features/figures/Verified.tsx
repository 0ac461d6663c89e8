import { useTranslation } from 'react-i18next'
import type { FigureOut } from '@/api/gen/types.gen'
import { StatusWord } from '@/ui/StatusWord'

/** Marks a figure whose source was only heard of; a verified one needs no mark. */
export function Verified({ figure }: { figure: FigureOut | null }) {
  const { t } = useTranslation()
  if (!figure || figure.is_verified) return null
  return (
    <div title={t('figures.unverifiedHelp')}>
      <StatusWord status="warning">{t('figures.unverified')}</StatusWord>
    </div>
  )
}
