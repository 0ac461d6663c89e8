import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DayInput } from './form/DayInput'
import './declared.css'

interface Props {
  /** The day the server answered for; while it has not, the day asked for. */
  day: string | undefined
  today: string
  /** undefined: today, whichever day that is when somebody opens the address. */
  onChange: (day: string | undefined) => void
}

/** The day in force stands on the page always; another day than today says so in words. */
export function AsOfDay({ day, today, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const past = day !== undefined && day !== today
  return (
    <span className="as-of">
      <label htmlFor={id} className="sub">
        {t('declared.asOf')}
      </label>
      <DayInput
        id={id}
        value={day ?? today}
        max={today}
        onChange={(next) => onChange(next === today ? undefined : next)}
      />
      {past ? (
        <>
          <span className="past" role="status">
            {t('declared.past')}
          </span>
          <Button size="small" onClick={() => onChange(undefined)}>
            {t('declared.today')}
          </Button>
        </>
      ) : null}
    </span>
  )
}
