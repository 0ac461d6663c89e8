import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Me } from '@/api/account'
import { useMenu, useTrail } from '../table'
import { ICONS } from './icons'
import { SideGroup } from './SideGroup'

interface Props {
  me: Me
  folded: boolean
  onFold: (folded: boolean) => void
}

export function Side({ me, folded, onFold }: Props) {
  const { t } = useTranslation()
  const menu = useMenu(me)
  const here = useTrail()
  const fold = t(folded ? 'app.unfold' : 'app.fold')
  return (
    <nav className="side" aria-label={t('app.menu')}>
      <Link to="/" className="brand" title={t('app.title')}>
        <img src="/favicon.svg" alt="" width={26} height={26} />
        <span>{t('app.brand')}</span>
      </Link>
      <ul className="menu">
        {menu.map(({ group, pages }) => (
          <SideGroup
            key={group}
            icon={ICONS[group]}
            title={t(`app.groups.${group}`)}
            pages={pages}
            here={here}
            folded={folded}
          />
        ))}
      </ul>
      <Button
        type="text"
        className="fold"
        aria-label={fold}
        title={fold}
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        onClick={() => onFold(!folded)}
      />
    </nav>
  )
}
