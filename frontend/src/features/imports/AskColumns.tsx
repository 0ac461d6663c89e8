import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportDetail, SheetColumn } from '@/api/gen/types.gen'
import { Card } from '@/ui/Card'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { mapColumns, useMay, useStep } from './queries'

/** Chosen for a column that is not to be read; no field is called so. */
const LEFT_OUT = '-'

interface Asked extends SheetColumn {
  sheets: string[]
}

/** Each heading once, with the sheets it stands in. */
function unknownColumns({ sheets }: ImportDetail): Asked[] {
  const asked = new Map<string, Asked>()
  for (const { name, columns } of sheets)
    for (const column of columns) {
      if (column.status !== 'unknown') continue
      const known = asked.get(column.heading)
      if (known) known.sheets.push(name)
      else asked.set(column.heading, { ...column, sheets: [name] })
    }
  return [...asked.values()]
}

/** Headings nobody knows are asked once; the answer is remembered for the next workbook. */
export function AskColumns({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  const mayStage = useMay('imports:stage')
  const columns = unknownColumns(batch)
  const { mutate, isPending, error } = useStep((mapping: Record<string, string | null>) =>
    mapColumns(batch.id, mapping),
  )
  const options = [
    { value: LEFT_OUT, label: t('imports.leaveOut') },
    ...batch.fields.map(({ key, title, is_required }) => ({
      value: key,
      label: is_required ? t('imports.requiredField', { title }) : title,
    })),
  ]
  const finish = (answers: Record<string, string>) =>
    mutate(
      Object.fromEntries(
        columns.map(({ heading }, at) => {
          const key = answers[`c${at}`]
          return [heading, !key || key === LEFT_OUT ? null : key]
        }),
      ),
    )
  const first = Object.fromEntries(
    columns.map(({ suggested }, at) => [`c${at}`, suggested[0] ?? LEFT_OUT]),
  )
  return (
    <Card title={t('imports.askColumns', { n: columns.length })} className="import-ask">
      <p className="sub">{t('imports.askColumnsWhy')}</p>
      <FormErrors lines={error ? [problemText(error)] : []} />
      <Form layout="vertical" initialValues={first} onFinish={finish} disabled={!mayStage}>
        {columns.map(({ heading, group, sheets }, at) => (
          <Form.Item
            key={heading}
            name={`c${at}`}
            label={group ? `${group} / ${heading}` : heading}
            help={t('imports.inSheets', { sheets: sheets.slice(0, 5).join(t('ui.comma')) })}
          >
            <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
          </Form.Item>
        ))}
        <Button htmlType="submit" color="primary" variant="solid" loading={isPending}>
          {t('imports.goOn')}
        </Button>
      </Form>
    </Card>
  )
}
