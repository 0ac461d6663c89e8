import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FaultOut } from '@/api/gen/types.gen'
import { type Household, warningsKey } from '../queries'

/** What the rules still say of a record just saved: stays until it has been read. */
export function Warnings({ household: { id, members } }: { household: Household }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data = [] } = useQuery<readonly FaultOut[]>({
    queryKey: warningsKey(id),
    queryFn: () => [],
    enabled: false,
  })
  if (data.length === 0) return null
  const nameOf = (member: string | null) => {
    const name = members?.find((one) => one.id === member)?.facts.name
    return name ? `${name}：` : ''
  }
  return (
    <Alert
      role="status"
      type="warning"
      showIcon
      closable={{
        'aria-label': t('households.edit.dismiss'),
        onClose: () => client.setQueryData(warningsKey(id), []),
      }}
      title={t('households.edit.warned', { n: data.length })}
      description={
        <ul className="warnings">
          {data.map(({ rule, slug, member_id, message }) => (
            <li key={`${rule}${slug}${member_id ?? ''}`}>
              {nameOf(member_id)}
              {message}
            </li>
          ))}
        </ul>
      }
    />
  )
}
