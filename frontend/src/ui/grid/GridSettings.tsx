import { ColumnHeightOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridLayout } from './columns'

// Fetched when somebody wants to choose: a list is there sooner without.
const ColumnChoices = lazy(async () => ({
  default: (await import('./ColumnChoices')).ColumnChoices<unknown>,
}))

const DensityChoice = lazy(async () => ({
  default: (await import('./DensityChoice')).DensityChoice,
}))

/** Columns shown, pinned and their width; density. All of it by keyboard too. */
export function GridSettings<T>({ layout }: { layout: GridLayout<T> }) {
  const { t } = useTranslation()
  const columns = (
    <Suspense fallback={null}>
      <ColumnChoices layout={layout as unknown as GridLayout<unknown>} />
    </Suspense>
  )
  const density = (
    <Suspense fallback={null}>
      <DensityChoice value={layout.density} onChange={layout.setDensity} />
    </Suspense>
  )
  return (
    <>
      <Popover trigger="click" placement="bottomRight" content={density}>
        <Button
          type="text"
          aria-label={t('ui.grid.density')}
          title={t('ui.grid.density')}
          icon={<ColumnHeightOutlined />}
        />
      </Popover>
      <Popover trigger="click" placement="bottomRight" content={columns}>
        <Button
          type="text"
          aria-label={t('ui.grid.columns')}
          title={t('ui.grid.columns')}
          icon={<SettingOutlined />}
        />
      </Popover>
    </>
  )
}
