import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportDetail } from '@/api/gen/types.gen'
import { Card } from '@/ui/Card'
import { DayInput } from '@/ui/form/DayInput'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { setDay, useMay, useStep } from './queries'

/** The day the sheets speak of, where they do not say it. */
export function AskDay({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  const mayStage = useMay('imports:stage')
  const { mutate, isPending, error } = useStep((day: string) => setDay(batch.id, day))
  const silent = batch.sheets.filter(({ kind, filled_on }) => kind === 'table' && !filled_on)
  return (
    <Card title={t('imports.askDay')} className="import-ask">
      <p className="sub">
        {t('imports.askDayWhy', {
          sheets: silent.map(({ name }) => name).join(t('ui.comma')),
        })}
      </p>
      <FormErrors lines={error ? [problemText(error)] : []} />
      <Form
        layout="vertical"
        disabled={!mayStage}
        onFinish={({ day }: { day: string }) => mutate(day)}
      >
        <Form.Item
          name="day"
          label={t('imports.filledOn')}
          rules={[{ required: true, message: t('imports.dayMissing') }]}
        >
          <DayInput min="1990-01-01" max="2100-01-01" />
        </Form.Item>
        <Button htmlType="submit" color="primary" variant="solid" loading={isPending}>
          {t('imports.goOn')}
        </Button>
      </Form>
    </Card>
  )
}
