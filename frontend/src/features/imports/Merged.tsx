import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportDetail } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { count } from '@/lib/money'
import { LinkButton } from '@/ui/LinkButton'
import { rosterDay, useMay } from './queries'

/** What came of it, and where it is to be seen. */
export function Merged({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  const mayHouseholds = useMay('households:read')
  const mayRegisters = useMay('registers:read')
  const { merged = 0, held = 0 } = batch.counts
  if (!batch.merged_at) return null
  const at = rosterDay(batch)
  const whole = batch.state === 'merged'
  return (
    <Alert
      type={whole ? 'success' : 'warning'}
      showIcon
      role="status"
      title={t(whole ? 'imports.mergedAll' : 'imports.mergedSome', {
        n: count(merged),
        held: count(held),
      })}
      description={t('imports.mergedWhen', { at: instant(batch.merged_at) })}
      action={
        <span className="row">
          {mayHouseholds ? (
            <LinkButton to="/households" color="primary" variant="solid">
              {t('imports.toHouseholds')}
            </LinkButton>
          ) : null}
          {mayRegisters ? (
            <LinkButton to="/registers" search={{ ...(at && { at }) }}>
              {at ? t('imports.toRegisters', { day: at }) : t('imports.toRegistersToday')}
            </LinkButton>
          ) : null}
        </span>
      }
    />
  )
}
