import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { memory } from '../memory'

/** The account before and after in the list one came from. */
export function Neighbours({ id }: { id: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const at = memory.rows.indexOf(id)
  if (at < 0) return null
  const step = (by: -1 | 1) => {
    const next = memory.rows[at + by]
    const text = t(by < 0 ? 'accounts.users.before' : 'accounts.users.next')
    return (
      <Button
        aria-label={text}
        title={text}
        icon={by < 0 ? <LeftOutlined /> : <RightOutlined />}
        disabled={next === undefined}
        onClick={() => {
          memory.row = next
          void navigate({ to: '/users/$userId', params: { userId: next ?? '' } })
        }}
      />
    )
  }
  return (
    <>
      {step(-1)}
      {step(1)}
    </>
  )
}
