import { InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PartOut } from '@/api/gen/types.gen'
import { percentOfBp } from '@/lib/money'
import { shareBp } from './values'

interface Props {
  parts: readonly PartOut[]
  value: readonly (number | null)[]
  onChange: (weights: number[]) => void
}

/** Whole weights by tier; their shares are shown while one types, so that 6:3 reads as percent. */
export function SplitInput({ parts, value, onChange }: Props) {
  const { t } = useTranslation()
  const weigh = (at: number, weight: number | null) =>
    onChange(parts.map((_, index) => (index === at ? weight : value[index]) as number))
  return (
    <div className="split-input">
      {parts.map(({ slug, title }, index) => {
        const bp = shareBp(value, index)
        return (
          <div key={slug}>
            <InputNumber
              aria-label={title}
              prefix={title}
              min={0}
              max={1_000_000}
              precision={0}
              value={value[index] ?? null}
              onChange={(weight) => weigh(index, weight)}
            />
            <span className="sub num">
              {bp === null ? null : t('figures.percent', { value: percentOfBp(bp) })}
            </span>
          </div>
        )
      })}
    </div>
  )
}
