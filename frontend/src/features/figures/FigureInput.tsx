import { InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ParameterDetail } from '@/api/gen/types.gen'
import { MoneyInput } from '@/ui/form/MoneyInput'
import type { FigureIs } from './FigureValue'
import { SplitInput } from './SplitInput'

interface Props {
  parameter: ParameterDetail
  id?: string
  value?: FigureIs
  onChange?: (value: FigureIs | null) => void
}

const PERCENT = 100

/** The input that fits the figure's kind: yuan, percent, a yes or no, a choice, weights by tier. */
export function FigureInput({ parameter, id, value, onChange }: Props) {
  const { t } = useTranslation()
  const { kind, unit, parts, choices, title } = parameter
  const named = id === undefined ? { 'aria-label': title } : { id }
  const tell = (next: FigureIs | null) => onChange?.(next)
  switch (kind) {
    case 'money':
      return <MoneyInput {...named} value={value as number} onChange={tell} />
    case 'percent':
      return (
        <InputNumber
          {...named}
          className="wide-number"
          min={0}
          precision={2}
          suffix="%"
          value={typeof value === 'number' ? value / PERCENT : null}
          onChange={(next) => tell(next === null ? null : Math.round(Number(next) * PERCENT))}
        />
      )
    case 'flag':
    case 'choice': {
      const options =
        kind === 'flag'
          ? [
              { value: true, label: t('ui.yes') },
              { value: false, label: t('ui.no') },
            ]
          : Object.entries(choices ?? {}).map(([code, label]) => ({ value: code, label }))
      return (
        <Radio.Group
          {...named}
          options={options}
          value={value}
          onChange={({ target }) => tell(target.value as FigureIs)}
        />
      )
    }
    case 'split':
      return (
        <SplitInput parts={parts} value={(value as number[] | undefined) ?? []} onChange={tell} />
      )
    case 'count':
    case 'decimal':
    case 'date':
    case 'multi':
    case 'text':
      return (
        <InputNumber
          {...named}
          className="wide-number"
          min={0}
          precision={0}
          suffix={unit}
          value={value as number}
          onChange={(next) => tell(next)}
        />
      )
  }
}
