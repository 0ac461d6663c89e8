import { Input } from 'antd'

interface Props {
  id?: string
  value?: string | null
  onChange?: (day: string | undefined) => void
  min?: string
  max?: string
  disabled?: boolean
  'aria-label'?: string
}

/** A day, by the browser's own calendar: typed or picked, no weight, any old browser. */
export function DayInput({ value, onChange, ...rest }: Props) {
  return (
    <Input
      type="date"
      max="2199-12-31"
      {...rest}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || undefined)}
    />
  )
}
