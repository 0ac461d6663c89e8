import { Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { changeHead } from '@/api/gen/sdk.gen'
import type { HeadChange } from '@/api/gen/types.gen'
import { FormFrame } from '@/ui/form/FormFrame'
import { useFields } from '../fields'
import type { Household } from '../queries'
import { useChange } from './change'
import { EditDrawer, useClosing } from './EditDrawer'
import type { Values } from './values'
import { useToday, When } from './When'

const HEAD = '01'

/** Another head, and how everybody else is related to the new one. */
export function HeadEdit({ household }: { household: Household }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<HeadChange>()
  const [base] = useState(household)
  const today = useToday()
  const relation = useFields().get('relation')
  const members = base.members ?? []
  const chosen = Form.useWatch('member_id', form)
  const change = useChange({
    form,
    base,
    send: (values, etag) =>
      changeHead({
        path: { household_id: base.id },
        headers: ifMatch(etag),
        body: values as unknown as HeadChange,
        throwOnError: true,
      }),
  })
  const close = useClosing(form, change.saved)
  const others = members.filter(({ id }) => id !== chosen)
  const submit = ({ relations, ...values }: HeadChange) => {
    const given = others.flatMap(({ id }) => (relations[id] ? [[id, relations[id]]] : []))
    change.save({ document: '', ...values, relations: Object.fromEntries(given) } as Values)
  }
  const start = members.flatMap(({ id, facts }) =>
    facts.relation && facts.relation !== HEAD ? [[id, facts.relation]] : [],
  )
  const needed = (title: string) => [
    { required: true, message: t('households.edit.choose', { title }) },
  ]
  return (
    <EditDrawer title={t('households.edit.head')} onClose={close}>
      <FormFrame
        form={form}
        initialValues={{ valid_from: today, relations: Object.fromEntries(start) }}
        onSubmit={submit}
        pending={change.pending}
        lines={change.lines}
        onCancel={close}
        saved={change.saved}
      >
        <Form.Item
          name="member_id"
          label={t('households.edit.newHead')}
          rules={needed(t('households.edit.newHead'))}
        >
          <Select
            options={members
              .filter(({ facts }) => facts.relation !== HEAD)
              .map(({ id, facts }) => ({ value: id, label: facts.name ?? id }))}
          />
        </Form.Item>
        {chosen ? (
          <section className="fact-group">
            <h3>{t('households.edit.relations')}</h3>
            <p className="sub">{t('households.edit.headNote')}</p>
            <div className="fields">
              {others.map(({ id, facts }) => (
                <Form.Item
                  key={id}
                  name={['relations', id]}
                  label={facts.name ?? id}
                  rules={facts.relation === HEAD ? needed(relation.title) : []}
                >
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    options={relation.options.filter(({ value }) => value !== HEAD)}
                  />
                </Form.Item>
              ))}
            </div>
          </section>
        ) : null}
        <When />
      </FormFrame>
    </EditDrawer>
  )
}
