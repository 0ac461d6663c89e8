import { App, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormFrame } from '@/ui/form/FormFrame'
import type { Field } from '../fields'
import type { Household } from '../queries'
import { Compare } from './Compare'
import { type Call, useChange } from './change'
import { EditDrawer, useClosing } from './EditDrawer'
import type { FactFieldProps } from './FactField'
import { FactInputs } from './FactInputs'
import { changedFacts, personalOf, startOf, type Values } from './values'
import { useToday, When } from './When'

export interface Around {
  valid_from?: string
  document?: string
  [more: string]: unknown
}
interface Typed extends Around {
  facts: Values
}
interface Props {
  household: Household
  title: string
  section: 'household' | 'living' | 'member'
  fields: readonly Field[]
  first: readonly string[]
  schema: FactFieldProps['schema']
  without?: Readonly<Record<string, readonly string[]>>
  draft: string
  /** Values beside the facts, and the inputs for them. */
  start?: Values
  children?: ReactNode
  send: (facts: Values, around: Around, etag: string) => Call
  /** Whether anything beside the facts was changed. */
  touched?: (around: Around) => boolean
  /** The facts in question of any version of the record. */
  read: (household: Household) => Values
}

/** Changes facts of a household or a member from a day on. */
export function FactsEdit(props: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const [base] = useState(props.household)
  const [facts] = useState(() => props.read(props.household))
  const today = useToday()
  const { fields } = props
  const around = () => {
    const { facts: _f, ...rest } = form.getFieldsValue(true) as Typed
    return rest
  }
  const change = useChange({
    form,
    base,
    send: (mine, etag) => props.send(mine, around(), etag),
    read: props.read,
  })
  const close = useClosing(form, change.saved)
  const submit = (values: Typed) => {
    const mine = changedFacts(fields, facts, values.facts)
    if (Object.keys(mine).length === 0 && !props.touched?.(around()))
      return void message.info(t('households.edit.nothing'))
    change.save(mine)
  }
  const masks = Object.fromEntries(
    fields.flatMap(({ slug, protection }) =>
      protection === 'sealed' && facts[slug] ? [[slug, facts[slug]]] : [],
    ),
  )
  return (
    <EditDrawer title={props.title} onClose={close}>
      <FormFrame
        form={form}
        initialValues={{ valid_from: today, ...props.start, facts: startOf(fields, facts) }}
        onSubmit={submit}
        pending={change.pending}
        lines={change.lines}
        onCancel={close}
        draft={{ key: `${props.draft}:${base.rev}`, personal: personalOf(fields) }}
        saved={change.saved}
      >
        <FactInputs
          section={props.section}
          fields={fields}
          first={props.first}
          base={FACTS}
          schema={props.schema}
          masks={masks}
          open={change.refused}
          {...(props.without && { without: props.without })}
        />
        {props.children}
        <When />
      </FormFrame>
      {change.conflict ? (
        <Compare
          conflict={change.conflict}
          fields={fields}
          base={base}
          read={props.read}
          onResolve={change.resolve}
          onClose={change.drop}
        />
      ) : null}
    </EditDrawer>
  )
}

const FACTS = ['facts']
