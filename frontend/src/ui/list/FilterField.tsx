import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayInput } from '../form/DayInput'
import type { Filter } from './filters'
import { MoneyFilter } from './MoneyFilter'

interface Props {
  id: string
  filter: Filter
  value: unknown
  onChange: (value: unknown) => void
}

export function FilterField({ id, filter, value, onChange }: Props) {
  const { t } = useTranslation()
  switch (filter.kind) {
    case 'choice':
    case 'multi':
      return (
        <Select
          id={id}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          {...(filter.kind === 'multi' && { mode: 'multiple' as const })}
          value={value ?? (filter.kind === 'multi' ? [] : null)}
          options={[...filter.options]}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )
    case 'flag':
      return (
        <Select
          id={id}
          allowClear
          value={typeof value === 'boolean' ? value : null}
          options={[
            { value: true, label: t('ui.yes') },
            { value: false, label: t('ui.no') },
          ]}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )
    case 'day':
      return <DayInput id={id} value={value as string} onChange={(day) => onChange(day)} />
    case 'money':
      return <MoneyFilter id={id} value={value as number | undefined} onChange={onChange} />
    case 'text':
      return (
        <Input
          id={id}
          allowClear
          maxLength={60}
          defaultValue={String(value ?? '')}
          onPressEnter={(event) => onChange(event.currentTarget.value || undefined)}
          onBlur={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )
  }
}
