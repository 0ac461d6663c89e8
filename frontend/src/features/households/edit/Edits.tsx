import { useSearch } from '@tanstack/react-router'
import type { Household } from '../queries'
import { useEditable } from '../record/useEditable'
import { HeadEdit } from './HeadEdit'
import { HouseholdEdit } from './HouseholdEdit'
import { IncomeEdit } from './IncomeEdit'
import { LeaveEdit } from './LeaveEdit'
import { LivingEdit } from './LivingEdit'
import { MemberEdit } from './MemberEdit'
import { MemberNew } from './MemberNew'

/** The form that is open stands in the address: it is there again after a reload, with its draft. */
export function Edits({ household }: { household: Household }) {
  const { edit = '' } = useSearch({ from: '/shell/households/$id' })
  const editable = useEditable()
  if (!editable || !edit) return null
  const [what, which = ''] = edit.split('.')
  const member = household.members?.find(({ id }) => id === which)
  switch (what ?? '') {
    case 'facts':
      return <HouseholdEdit household={household} />
    case 'living':
      return <LivingEdit household={household} />
    case 'member':
      if (which === 'new') return <MemberNew household={household} />
      return member ? <MemberEdit household={household} member={member} /> : null
    case 'leave':
      return member ? <LeaveEdit household={household} member={member} /> : null
    case 'head':
      return <HeadEdit household={household} />
    case 'income':
      return <IncomeEdit household={household} year={Number(which) || undefined} />
    default:
      return null
  }
}
