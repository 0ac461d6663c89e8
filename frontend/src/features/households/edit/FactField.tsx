import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayInput } from '@/ui/form/DayInput'
import { MoneyInput } from '@/ui/form/MoneyInput'
import { zodRules } from '@/ui/form/zodRules'
import type { Field } from '../fields'
import { DivisionInput, FlagInput, SealedInput } from './inputs'
import { RESTS_ON, warningRules } from './warnings'

type Path = readonly (string | number)[]
export interface FactFieldProps {
  field: Field
  schema: Parameters<typeof zodRules>[0]
  /** Where the record's values stand in the form; in a list Form.Item wants the shorter path. */
  base: Path
  within?: Path
  required?: boolean
  /** The mask of a protected value that is kept unless another is typed. */
  mask?: string
  /** Codes that cannot be chosen here. */
  without?: readonly string[]
}

const LONG = 'remark'

/** A labelled input drawn from what the API says of a fact. */
export function FactField(props: FactFieldProps) {
  const { t } = useTranslation()
  const { field, schema, base, within = base, required = false } = props
  const { slug, title, help } = field
  const picks = field.kind === 'choice' || field.kind === 'multi'
  const needed = picks ? 'households.edit.choose' : 'households.edit.needed'
  return (
    <Form.Item
      name={[...within, slug]}
      label={title}
      required={required}
      dependencies={(RESTS_ON[slug] ?? []).map((other) => [...base, other])}
      validateDebounce={300}
      className={slug === LONG ? 'wide' : ''}
      {...(help && { extra: help })}
      rules={[
        ...(required ? [{ required: true, message: t(needed, { title }) }] : []),
        ...zodRules(schema)(slug as never),
        ...warningRules(slug, base),
      ]}
    >
      <FactInput {...props} />
    </Form.Item>
  )
}

function FactInput({
  field,
  base,
  mask = '',
  without = [],
  schema: _s,
  within: _w,
  required: _r,
  ...given
}: FactFieldProps) {
  const { slug, kind, unit, options, isLarge, table } = field
  if (field.protection === 'sealed')
    return <SealedInput {...given} mask={mask} keeps={field.is_required} />
  switch (kind) {
    case 'flag':
      return <FlagInput {...given} />
    case 'money':
      return <MoneyInput {...given} />
    case 'date':
      return <DayInput {...given} />
    case 'count':
      return <InputNumber {...given} precision={0} suffix={unit} className="full" />
    case 'choice':
      if (isLarge) return <DivisionInput {...given} slug={slug} table={table ?? ''} base={base} />
      return (
        <Select
          {...given}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={options.filter(({ value }) => !without.includes(value))}
        />
      )
    case 'multi':
      return (
        <Select
          {...given}
          allowClear
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
        />
      )
    case 'decimal':
      return <Input {...given} inputMode="decimal" suffix={unit} maxLength={10} />
    case 'text':
      if (slug === LONG) return <Input.TextArea {...given} rows={3} maxLength={500} showCount />
      return <Input {...given} maxLength={120} autoComplete="off" />
  }
}
