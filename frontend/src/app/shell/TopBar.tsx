import { GlobalOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '@/api/account'
import { currentLanguage, speak } from '@/lib/i18n'
import { useShortcut } from '@/lib/shortcuts'
import { PlaceSelect } from '@/ui/PlaceSelect'
import { may } from '../table'
import { MeMenu } from './MeMenu'
import { useWorkPlace } from './workPlace'

const RunningJobs = lazy(() =>
  import('./RunningJobs').then((module) => ({ default: module.RunningJobs })),
)
const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })))
const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })),
)
type Overlay = 'palette' | 'shortcuts' | null

export function TopBar({ me }: { me: Me }) {
  const { t } = useTranslation()
  const [place, setPlace] = useWorkPlace(me)
  const [overlay, setOverlay] = useState<Overlay>(null)
  const other = currentLanguage() === 'en' ? 'zh-CN' : 'en'
  const close = () => setOverlay(null)
  useShortcut('ctrl+k', () => setOverlay('palette'))
  useShortcut('?', () => setOverlay('shortcuts'))
  return (
    <header className="top">
      <PlaceSelect
        variant="filled"
        className="top-place"
        aria-label={t('app.place')}
        placeholder={me.place.name}
        value={place ?? null}
        onChange={(chosen) => setPlace(chosen ?? undefined)}
      />
      <span className="grow" />
      <Suspense>{may(me, 'jobs:read') ? <RunningJobs /> : null}</Suspense>
      <button type="button" className="top-search" onClick={() => setOverlay('palette')}>
        <SearchOutlined />
        <span>{t('app.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => void speak(other)}>
        {t('app.language')}
      </Button>
      <MeMenu me={me} onShortcuts={() => setOverlay('shortcuts')} />
      <Suspense>
        {overlay === 'palette' ? <Palette me={me} onPlace={setPlace} onClose={close} /> : null}
        {overlay === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null}
      </Suspense>
    </header>
  )
}
