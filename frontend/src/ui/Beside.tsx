import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '@/lib/remembered'
import './declared.css'

interface Props {
  /** Under this name it is remembered whether the panel is folded. */
  id: string
  title: string
  side: ReactNode
  children: ReactNode
}

/** A list and, beside it, a panel that narrows it; the panel folds away on a small screen. */
export function Beside({ id, title, side, children }: Props) {
  const { t } = useTranslation()
  const [folded, setFolded] = useRemembered(`folded:${id}`, false)
  const label = t(folded ? 'declared.showVillages' : 'declared.hideVillages')
  return (
    <div className={`beside ${folded ? 'folded' : ''}`}>
      {children}
      <section className="surface beside-panel" aria-label={title}>
        <div className="panel-head">
          {folded ? null : <h2>{title}</h2>}
          <Button
            type="text"
            size="small"
            aria-label={label}
            title={label}
            aria-expanded={!folded}
            icon={folded ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
            onClick={() => setFolded(!folded)}
          />
        </div>
        {folded ? null : <div className="beside-body">{side}</div>}
      </section>
    </div>
  )
}
