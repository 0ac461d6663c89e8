import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { placesQuery } from '@/api/account'

interface Props {
  id?: string
  value?: string | null
  onChange?: (id: string | undefined) => void
}

/** The hamlets of the village chosen beside it. */
export function HamletSelect({ value, onChange, ...rest }: Props) {
  const village = Form.useWatch<string | undefined>('village_id')
  const { data = [] } = useQuery(placesQuery)
  const options = data
    .filter(({ parent_id, kind }) => kind === 'hamlet' && parent_id === village)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={options.some((option) => option.value === value) ? value : null}
      options={options}
      disabled={options.length === 0}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
    />
  )
}
