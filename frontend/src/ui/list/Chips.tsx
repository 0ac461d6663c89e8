import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Chip, chipsOf, type Filter, type FilterValues } from './filters'

interface Props {
  filters: readonly Filter[]
  values: FilterValues
  onChange: (patch: Record<string, unknown>) => void
}

export function Chips({ filters, values, onChange }: Props) {
  const { t } = useTranslation()
  const chips = chipsOf(filters, values, { yes: t('ui.yes'), no: t('ui.no') })
  if (chips.length === 0) return null
  const reset = () => onChange(Object.fromEntries(chips.map(({ key }) => [key, undefined])))
  return (
    <div className="chips">
      {chips.map((chip: Chip) => (
        <span key={`${chip.key}:${chip.text}`} className="chip">
          {chip.label}：{chip.text}
          <button
            type="button"
            aria-label={t('ui.list.drop', { text: chip.text })}
            onClick={() => onChange({ [chip.key]: chip.rest })}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
      <Button size="small" type="link" onClick={reset}>
        {t('ui.list.reset')}
      </Button>
    </div>
  )
}
