import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fenToYuan, yuanToFen } from '@/lib/money'

interface Props {
  id?: string
  /** Whole fen. NaN stands for text that is no amount, so that a rule can refuse it. */
  value?: number | null
  onChange?: (fen: number | null) => void
  disabled?: boolean
  'aria-label'?: string
}

const shown = (fen: number | null | undefined) =>
  fen === null || fen === undefined || Number.isNaN(fen) ? null : fenToYuan(fen)

/** Yuan for the person, fen for the form; nothing is rounded on the way. */
export function MoneyInput({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(shown(value) ?? '')
  useEffect(() => {
    const formatted = shown(value)
    if (formatted !== null) setText((was) => (yuanToFen(was) === value ? was : formatted))
    else if (value === null || value === undefined) setText('')
  }, [value])
  return (
    <Input
      {...rest}
      className="num"
      inputMode="decimal"
      suffix={t('ui.yuan')}
      value={text}
      maxLength={24}
      onChange={(event) => {
        const typed = event.target.value
        setText(typed)
        onChange?.(typed.trim() === '' ? null : (yuanToFen(typed) ?? Number.NaN))
      }}
      onBlur={() => setText((was) => shown(yuanToFen(was)) ?? was)}
    />
  )
}
