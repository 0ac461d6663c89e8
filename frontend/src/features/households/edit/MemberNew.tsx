import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { addMember } from '@/api/gen/sdk.gen'
import { zMemberFactsIn } from '@/api/gen/zod.gen'
import { useFields } from '../fields'
import type { Household } from '../queries'
import { FactsEdit } from './FactsEdit'
import { MemberLikeness } from './Likeness'
import { BY_EVENTS, MEMBER_FIRST } from './memberFirst'

const HEAD = '01'
const NOTHING = () => ({})

export function MemberNew({ household }: { household: Household }) {
  const { t } = useTranslation()
  const fields = useFields()
    .section('member')
    .filter(({ slug }) => !BY_EVENTS.includes(slug))
  return (
    <FactsEdit
      household={household}
      title={t('households.edit.newMember')}
      section="member"
      fields={fields}
      first={MEMBER_FIRST}
      schema={zMemberFactsIn}
      without={household.member_count ? { relation: [HEAD] } : {}}
      draft={`member-new:${household.id}`}
      read={NOTHING}
      send={(facts, { valid_from, document = '' }, etag) =>
        addMember({
          path: { household_id: household.id },
          headers: ifMatch(etag),
          body: { facts, document, ...(valid_from && { valid_from }) },
          throwOnError: true,
        })
      }
    >
      <MemberLikeness village={household.village_id} />
    </FactsEdit>
  )
}
