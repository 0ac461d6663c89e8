import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MemberOut } from '@/api/gen/types.gen'
import { Cell, type Value } from '@/ui/Cell'
import { StatusWord } from '@/ui/StatusWord'
import { useFields } from '../fields'
import { useOpen } from './go'

const SHOWN = ['relation', 'sex'] as const
const MORE = ['id_number', 'education', 'health', 'labour', 'work_area'] as const

/** Who lives here, one line each; the name opens everything that is recorded of a person. */
export function MemberTable({
  members,
  mayEdit,
}: {
  members: readonly MemberOut[]
  mayEdit: boolean
}) {
  const { t } = useTranslation()
  const fields = useFields()
  const open = useOpen()
  const cells = (member: MemberOut, slugs: readonly (typeof SHOWN | typeof MORE)[number][]) =>
    slugs.map((slug) => (
      <td key={slug}>
        <Cell fact={fields.get(slug).fact} value={member.facts[slug] as Value} />
      </td>
    ))
  const heads = (slugs: readonly string[]) =>
    slugs.map((slug) => (
      <th key={slug} scope="col">
        {fields.get(slug).title}
      </th>
    ))
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={t('households.tabs.members')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{fields.get('name').title}</th>
            {heads(SHOWN)}
            <th scope="col">{t('households.members.age')}</th>
            {heads(MORE)}
            <th scope="col">{t('households.members.gapsTitle')}</th>
            {mayEdit ? (
              <th scope="col" className="acts">
                {t('households.members.actions')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <Button type="link" size="small" onClick={() => open({ member: member.id })}>
                  {member.facts.name ?? '—'}
                </Button>
              </th>
              {cells(member, SHOWN)}
              <td className="num">
                <Cell fact={{ kind: 'count' }} value={member.age} />
              </td>
              {cells(member, MORE)}
              <td>
                <Gaps member={member} />
              </td>
              {mayEdit ? (
                <td className="acts">
                  <Button
                    type="link"
                    size="small"
                    aria-label={`${t('households.edit.member')} ${member.facts.name ?? ''}`}
                    onClick={() => open({ edit: `member.${member.id}` })}
                  >
                    {t('households.edit.change')}
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    aria-label={`${t('households.edit.leave')} ${member.facts.name ?? ''}`}
                    onClick={() => open({ edit: `leave.${member.id}` })}
                  >
                    {t('households.edit.out')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Gaps({ member: { completeness_gaps: gaps } }: { member: MemberOut }) {
  const { t } = useTranslation()
  return gaps ? (
    <StatusWord status="warning">{t('households.members.gaps', { n: gaps })}</StatusWord>
  ) : (
    <StatusWord status="done">{t('households.members.complete')}</StatusWord>
  )
}
