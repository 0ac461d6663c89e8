import { FilterOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterField } from './FilterField'
import { type Filter, type FilterValues, isSet } from './filters'

interface Props {
  filters: readonly Filter[]
  values: FilterValues
  onChange: (patch: Record<string, unknown>) => void
}

/** The filters stand in a popover; what is chosen shows as chips. */
export function FilterButton({ filters, values, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const set = filters.filter(({ key }) => isSet(values[key])).length
  const fields = (
    <div className="filters">
      {filters.map((filter) => (
        <div key={filter.key}>
          <label htmlFor={`${id}${filter.key}`}>{filter.label}</label>
          <FilterField
            id={`${id}${filter.key}`}
            filter={filter}
            value={values[filter.key]}
            onChange={(value) => onChange({ [filter.key]: value })}
          />
        </div>
      ))}
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" content={fields} destroyOnHidden>
      <Button icon={<FilterOutlined />}>
        {t('ui.list.filter')}
        {set ? <span className="filter-count num">{set}</span> : null}
      </Button>
    </Popover>
  )
}
