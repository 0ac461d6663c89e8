import { Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { setIncome } from '@/api/gen/sdk.gen'
import { zIncomeFactsIn } from '@/api/gen/zod.gen'
import { FormFrame } from '@/ui/form/FormFrame'
import { useFields } from '../fields'
import { type Amounts, isPart } from '../income'
import type { Household } from '../queries'
import { Worked } from '../record/Worked'
import { Compare } from './Compare'
import { useChange } from './change'
import { EditDrawer, useClosing } from './EditDrawer'
import { FactField } from './FactField'
import { changedFacts, startOf, type Values } from './values'
import { useToday } from './When'

interface Typed {
  year: number
  amounts: Values
}
const BASE = ['amounts']
const OLDEST = 1990
const amountsOf = (household: Household, year: number) =>
  (household.incomes.find((income) => income.year === year)?.amounts ?? {}) as Values

interface Props {
  household: Household
  /** Absent for a year not yet there. */
  year: number | undefined
}

/** The amounts of a year; the sum is worked out beside the fields while one types. */
export function IncomeEdit({ household, year }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Typed>()
  const [base] = useState(household)
  const today = useToday()
  const fields = useFields().section('income')
  const lastYear = Number(today.slice(0, 4)) - 1
  const chosen = Form.useWatch('year', form) ?? year ?? lastYear
  const typed = Form.useWatch('amounts', form) as Amounts | undefined
  const read = (any: Household) => amountsOf(any, chosen)
  const change = useChange({
    form,
    base,
    read,
    send: (amounts, etag) =>
      setIncome({
        path: { household_id: base.id, year: chosen },
        headers: ifMatch(etag),
        body: { amounts },
        throwOnError: true,
      }),
  })
  const close = useClosing(form, change.saved)
  return (
    <EditDrawer
      title={year ? t('households.income.fill', { year }) : t('households.edit.income')}
      onClose={close}
    >
      <FormFrame
        form={form}
        initialValues={{
          year: year ?? lastYear,
          amounts: startOf(fields, amountsOf(base, year ?? lastYear)),
        }}
        onSubmit={({ amounts }) => change.save(changedFacts(fields, read(base), amounts))}
        pending={change.pending}
        lines={change.lines}
        onCancel={close}
        draft={{ key: `income:${base.id}:${year ?? 'new'}:${base.rev}`, personal: [] }}
        saved={change.saved}
      >
        <Form.Item
          name="year"
          label={t('households.edit.year')}
          rules={[{ required: true, message: t('households.edit.year') }]}
        >
          <InputNumber
            min={OLDEST}
            max={lastYear + 1}
            precision={0}
            disabled={year !== undefined}
            onChange={(next) =>
              next && form.setFieldsValue({ amounts: startOf(fields, amountsOf(base, next)) })
            }
          />
        </Form.Item>
        <div className="fields">
          {fields.map((field) => (
            <div key={field.slug} className={isPart(field.slug) ? 'part-field' : undefined}>
              <FactField field={field} schema={zIncomeFactsIn} base={BASE} />
            </div>
          ))}
        </div>
        <section className="fact-group" aria-live="polite">
          <h3>{t('households.income.preview')}</h3>
          <Worked amounts={typed ?? {}} members={base.member_count} />
          <p className="sub">{t('households.income.unknown')}</p>
        </section>
      </FormFrame>
      {change.conflict ? (
        <Compare
          conflict={change.conflict}
          base={base}
          fields={fields}
          read={read}
          onResolve={change.resolve}
          onClose={change.drop}
        />
      ) : null}
    </EditDrawer>
  )
}
