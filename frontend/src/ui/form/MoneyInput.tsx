import { Input } from 'antd'
import { useEffect, useState } from 'react'
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
      suffix="元"
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
