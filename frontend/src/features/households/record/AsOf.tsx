import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { DayInput } from '@/ui/form/DayInput'
import { useOpen } from './go'

/** The day the record is shown for. Another day than today is for reading only, and says so. */
export function AsOf({ today, day }: { today: boolean; day: string }) {
  const { t } = useTranslation()
  const open = useOpen()
  if (today) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('households.asOf.banner', { day })}
      action={
        <Button size="small" onClick={() => open({ at: undefined })}>
          {t('households.asOf.today')}
        </Button>
      }
    />
  )
}

export function AsOfPicker({ day }: { day: string }) {
  const { t } = useTranslation()
  const open = useOpen()
  const { data: me } = useSuspenseQuery(meQuery)
  return (
    <DayInput
      aria-label={t('households.asOf.label')}
      value={day}
      max={me.today}
      onChange={(at) => open({ at: at === me.today ? undefined : at, edit: undefined })}
    />
  )
}
