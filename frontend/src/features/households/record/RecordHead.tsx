import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Copyable } from '@/ui/Copyable'
import { PageHead } from '@/ui/PageHead'
import { useFields } from '../fields'
import type { Household } from '../queries'
import { Kind, State } from '../words'
import { AsOfPicker } from './AsOf'
import { useOpen } from './go'
import { Stepper } from './Stepper'
import { useEditable } from './useEditable'

export function RecordHead({ household }: { household: Household }) {
  const { t } = useTranslation()
  const fields = useFields()
  const open = useOpen()
  const editable = useEditable()
  const title = household.head_name ?? t('households.noHead')
  const where = [household.town_name, household.village_name, household.hamlet_name]
  return (
    <>
      <PageHead
        title={title}
        actions={
          <div className="record-actions noprint">
            <Stepper id={household.id} />
            <AsOfPicker day={household.at} />
            {editable ? (
              <Button type="primary" onClick={() => open({ tab: 'facts', edit: 'facts' })}>
                {t('households.edit.facts')}
              </Button>
            ) : null}
          </div>
        }
      >
        <Kind fields={fields} code={household.household_kind} />
        <State
          fields={fields}
          state={household.poverty_state}
          registration={household.registration}
        />
      </PageHead>
      <p className="record-line sub">
        <Copyable text={household.household_no} label={t('households.columns.household_no')} />
        <span>{where.filter(Boolean).join(' / ')}</span>
        <span>{t('households.people', { n: household.member_count })}</span>
      </p>
    </>
  )
}
