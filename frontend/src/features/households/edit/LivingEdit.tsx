import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { updateHousehold } from '@/api/gen/sdk.gen'
import { zHouseholdFactsIn } from '@/api/gen/zod.gen'
import { useFields } from '../fields'
import type { Household } from '../queries'
import { FactsEdit } from './FactsEdit'
import type { Values } from './values'

const ALL: readonly string[] = []
const read = ({ facts }: Household) => facts as Values

export function LivingEdit({ household }: { household: Household }) {
  const { t } = useTranslation()
  const fields = useFields().section('living')
  return (
    <FactsEdit
      household={household}
      title={t('households.edit.living')}
      section="living"
      fields={fields}
      first={ALL}
      schema={zHouseholdFactsIn}
      draft={`living:${household.id}`}
      read={read}
      send={(facts, { valid_from, document = '' }, etag) =>
        updateHousehold({
          path: { household_id: household.id },
          headers: ifMatch(etag),
          body: { facts, document, ...(valid_from && { valid_from }) },
          throwOnError: true,
        })
      }
    />
  )
}
