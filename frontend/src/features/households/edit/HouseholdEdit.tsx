import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { updateHousehold } from '@/api/gen/sdk.gen'
import { zHouseholdFactsIn } from '@/api/gen/zod.gen'
import { PlaceSelect } from '@/ui/PlaceSelect'
import { useFields } from '../fields'
import type { Household } from '../queries'
import { FactsEdit } from './FactsEdit'
import { HamletSelect } from './HamletSelect'
import type { Values } from './values'

const FIRST = ['household_kind', 'main_cause', 'contact_phone']
/** Changed by entry and exit procedures only. */
const BY_PROCEDURE = ['poverty_state', 'exit_year']
const read = ({ facts }: Household) => facts as Values

export function HouseholdEdit({ household }: { household: Household }) {
  const { t } = useTranslation()
  const registered = household.registration === 'registered'
  const kept = registered ? [...BY_PROCEDURE, 'registration'] : BY_PROCEDURE
  const fields = useFields()
    .section('household')
    .filter(({ slug }) => !kept.includes(slug))
  const { id, village_id, hamlet_id } = household
  return (
    <FactsEdit
      household={household}
      title={t('households.edit.facts')}
      section="household"
      fields={fields}
      first={FIRST}
      schema={zHouseholdFactsIn}
      without={{ registration: ['registered'] }}
      draft={`household:${id}`}
      start={{ village_id, hamlet_id: hamlet_id ?? undefined }}
      read={read}
      touched={(around) =>
        around.village_id !== village_id || (around.hamlet_id ?? null) !== hamlet_id
      }
      send={(facts, { valid_from, document = '', ...around }, etag) => {
        const village = around.village_id as string
        const hamlet = (around.hamlet_id as string | undefined) ?? null
        const moved = village !== village_id || hamlet !== hamlet_id
        return updateHousehold({
          path: { household_id: id },
          headers: ifMatch(etag),
          body: {
            facts,
            document,
            ...(valid_from && { valid_from }),
            ...(moved && { village_id: village, hamlet_id: hamlet }),
          },
          throwOnError: true,
        })
      }}
    >
      <section className="fact-group">
        <h3>{t('households.place')}</h3>
        <div className="fields">
          <Form.Item
            name="village_id"
            label={t('households.make.village')}
            rules={[{ required: true, message: t('households.edit.choose', { title: '' }) }]}
          >
            <PlaceSelect kinds={VILLAGES} />
          </Form.Item>
          <Form.Item name="hamlet_id" label={t('households.make.hamlet')}>
            <HamletSelect />
          </Form.Item>
        </div>
      </section>
    </FactsEdit>
  )
}

const VILLAGES = ['village'] as const
