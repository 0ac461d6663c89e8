import { DownOutlined, UnorderedListOutlined, UpOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'
import { useShortcut } from '@/lib/shortcuts'
import { listPart } from '../search'
import { type Neighbour, useNeighbours } from './neighbours'

/** Back to the very list, and on to the next of it; `k` and `j` do the same. */
export function Stepper({ id }: { id: string }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/households/$id' })
  const navigate = useNavigate({ from: '/households/$id' })
  const { position, total, previous, next } = useNeighbours(id, search)
  const go = (to: Neighbour | undefined) => {
    if (!to) return
    const { tab } = search
    void navigate({
      to: '/households/$id',
      params: { id: to.id },
      search: { ...to.search, list: true, ...(tab && { tab }) },
      replace: true,
    })
  }
  useShortcut('k', () => go(previous))
  useShortcut('j', () => go(next))
  const back = () => void navigate({ to: '/households', search: listPart(search) })
  const step = (label: string, key: string, to: Neighbour | undefined, icon: React.ReactNode) => (
    <Button
      aria-label={label}
      title={`${label} (${key})`}
      disabled={!to}
      icon={icon}
      onClick={() => go(to)}
    />
  )
  return (
    <>
      {position && total ? (
        <>
          <span className="sub num">
            {t('households.position', { n: count(position), total: count(total) })}
          </span>
          {step(t('households.previous'), 'k', previous, <UpOutlined />)}
          {step(t('households.next'), 'j', next, <DownOutlined />)}
        </>
      ) : null}
      <Button
        aria-label={t('households.back')}
        title={t('households.back')}
        icon={<UnorderedListOutlined />}
        onClick={back}
      />
    </>
  )
}
