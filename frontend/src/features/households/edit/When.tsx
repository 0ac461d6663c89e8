import { useSuspenseQuery } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { DayInput } from '@/ui/form/DayInput'

/** From which day it is so, and what says so. Today unless somebody knows better. */
export function When({ document = true }: { document?: boolean }) {
  const { t } = useTranslation()
  const { data: me } = useSuspenseQuery(meQuery)
  return (
    <div className="fields when">
      <Form.Item
        name="valid_from"
        label={t('households.edit.from')}
        extra={t('households.edit.fromHelp')}
      >
        <DayInput max={me.today} />
      </Form.Item>
      {document ? (
        <Form.Item name="document" label={t('households.edit.document')}>
          <Input maxLength={120} />
        </Form.Item>
      ) : null}
    </div>
  )
}

export const useToday = () => useSuspenseQuery(meQuery).data.today
