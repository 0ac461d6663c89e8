import { InputNumber } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FIRST_YEAR, LAST_YEAR } from './search'

interface Props {
  value: number
  onChange: (year: number) => void
}

export function YearInput({ value, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <span className="as-of">
      <label htmlFor={id} className="sub">
        {t('figures.year')}
      </label>
      <InputNumber
        id={id}
        className="year"
        min={FIRST_YEAR}
        max={LAST_YEAR}
        precision={0}
        value={value}
        onChange={(year) => year && onChange(year)}
      />
    </span>
  )
}
