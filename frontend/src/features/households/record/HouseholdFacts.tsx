import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFields } from '../fields'
import { type Household, useMay } from '../queries'
import { Facts } from './Facts'
import { useOpen } from './go'
import { reveal } from './reveal'
import { useEditable } from './useEditable'

export function HouseholdFacts({ household }: { household: Household }) {
  const { t } = useTranslation()
  const fields = useFields()
  const mayReveal = useMay('households:reveal')
  const where = [household.town_name, household.village_name, household.hamlet_name]
  return (
    <Facts
      section="household"
      fields={fields.section('household')}
      traced={household}
      first={[
        {
          key: 'place',
          label: t('households.place'),
          value: where.filter(Boolean).join(' / '),
          wide: true,
        },
      ]}
      onReveal={
        mayReveal ? (slug, reason) => reveal(household.id, undefined, slug, reason) : undefined
      }
    />
  )
}

export function LivingFacts({ household }: { household: Household }) {
  const { t } = useTranslation()
  const fields = useFields()
  const open = useOpen()
  const editable = useEditable()
  return (
    <>
      {editable ? (
        <div className="tab-actions">
          <Button icon={<EditOutlined />} onClick={() => open({ edit: 'living' })}>
            {t('households.edit.living')}
          </Button>
        </div>
      ) : null}
      <Facts section="living" fields={fields.section('living')} traced={household} />
    </>
  )
}
