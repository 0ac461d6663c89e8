import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/client'
import { updateMember } from '@/api/gen/sdk.gen'
import type { MemberOut } from '@/api/gen/types.gen'
import { zMemberFactsIn } from '@/api/gen/zod.gen'
import { useFields } from '../fields'
import type { Household } from '../queries'
import { FactsEdit } from './FactsEdit'
import { BY_EVENTS, MEMBER_FIRST } from './memberFirst'
import type { Values } from './values'

const HEAD = '01'

export function MemberEdit({ household, member }: { household: Household; member: MemberOut }) {
  const { t } = useTranslation()
  const isHead = member.facts.relation === HEAD
  // Who is the head is changed by a step of its own, with everybody's relation.
  const kept = isHead ? [...BY_EVENTS, 'relation'] : BY_EVENTS
  const fields = useFields()
    .section('member')
    .filter(({ slug }) => !kept.includes(slug))
  const read = ({ members }: Household) =>
    (members?.find(({ id }) => id === member.id)?.facts ?? {}) as Values
  return (
    <FactsEdit
      household={household}
      title={`${t('households.edit.member')} ${member.facts.name ?? ''}`}
      section="member"
      fields={fields}
      first={MEMBER_FIRST}
      schema={zMemberFactsIn}
      without={{ relation: [HEAD] }}
      draft={`member:${member.id}`}
      read={read}
      send={(facts, { valid_from, document = '' }, etag) =>
        updateMember({
          path: { household_id: household.id, member_id: member.id },
          headers: ifMatch(etag),
          body: { facts, document, ...(valid_from && { valid_from }) },
          throwOnError: true,
        })
      }
    />
  )
}
