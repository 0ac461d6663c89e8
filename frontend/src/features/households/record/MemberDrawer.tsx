import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MemberOut } from '@/api/gen/types.gen'
import { StatusWord } from '@/ui/StatusWord'
import { useFields } from '../fields'
import { type Household, useMay } from '../queries'
import { Facts } from './Facts'
import { useOpen } from './go'
import { reveal } from './reveal'

interface Props {
  household: Household
  member: MemberOut
  mayEdit: boolean
}

/** Everything that is recorded of one person, and what follows from it. */
export function MemberDrawer({ household, member, mayEdit }: Props) {
  const { t } = useTranslation()
  const fields = useFields()
  const open = useOpen()
  const mayReveal = useMay('households:reveal')
  const name = member.facts.name ?? ''
  return (
    <Drawer
      open
      size={720}
      title={name}
      onClose={() => open({ member: undefined })}
      extra={
        mayEdit ? (
          <div className="row">
            <Button onClick={() => open({ edit: `leave.${member.id}`, member: undefined })}>
              {t('households.edit.leave')}
            </Button>
            <Button
              type="primary"
              onClick={() => open({ edit: `member.${member.id}`, member: undefined })}
            >
              {t('households.edit.member')}
            </Button>
          </div>
        ) : null
      }
    >
      <Derived member={member} />
      <Facts
        section="member"
        fields={fields.section('member')}
        traced={member}
        onReveal={
          mayReveal ? (slug, reason) => reveal(household.id, member.id, slug, reason) : undefined
        }
      />
    </Drawer>
  )
}

function Derived({ member }: { member: MemberOut }) {
  const { t } = useTranslation()
  const { age, is_able, is_unable, is_in_school, completeness_gaps: gaps } = member
  return (
    <p className="record-line glance-head">
      {age === null ? null : <span>{t('households.members.years', { n: age })}</span>}
      <span>
        {is_able ? (
          <StatusWord status="done">{t('households.members.able')}</StatusWord>
        ) : is_unable ? (
          <StatusWord status="resting">{t('households.members.unable')}</StatusWord>
        ) : is_able === null ? (
          <StatusWord status="warning">{t('households.members.unknownAble')}</StatusWord>
        ) : null}
      </span>
      {is_in_school ? <span>{t('households.members.inSchool')}</span> : null}
      {gaps ? (
        <StatusWord status="warning">{t('households.members.gaps', { n: gaps })}</StatusWord>
      ) : null}
    </p>
  )
}
