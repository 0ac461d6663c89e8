import { PlusOutlined } from '@ant-design/icons'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Empty } from '@/ui/Empty'
import { type Household, useMay } from '../queries'
import { useOpen } from './go'
import { MemberDrawer } from './MemberDrawer'
import { MemberTable } from './MemberTable'
import { useEditable } from './useEditable'

export function Members({ household }: { household: Household }) {
  const { t } = useTranslation()
  const { member } = useSearch({ from: '/shell/households/$id' })
  const open = useOpen()
  const editable = useEditable()
  const mayMembers = useMay('members:write') && editable
  const { members } = household
  if (!members) return <p className="sub">{t('households.members.hidden')}</p>
  const opened = members.find(({ id }) => id === member)
  return (
    <>
      {mayMembers ? (
        <div className="tab-actions">
          <Button onClick={() => open({ edit: 'head' })}>{t('households.edit.head')}</Button>
          <Button icon={<PlusOutlined />} onClick={() => open({ edit: 'member.new' })}>
            {t('households.edit.newMember')}
          </Button>
        </div>
      ) : null}
      {members.length ? (
        <MemberTable members={members} mayEdit={mayMembers} />
      ) : (
        <Empty text={t('households.members.none')} />
      )}
      {opened ? <MemberDrawer household={household} member={opened} mayEdit={mayMembers} /> : null}
    </>
  )
}
