import { ColumnHeightOutlined, PushpinOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, InputNumber, Popover, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Density, GridLayout } from './columns'

const DENSITIES: readonly Density[] = ['compact', 'middle', 'loose']

/** Columns shown, pinned and their width; density. All of it by keyboard too. */
export function GridSettings<T>({ layout }: { layout: GridLayout<T> }) {
  const { t } = useTranslation()
  const density = (
    <Segmented<Density>
      aria-label={t('ui.grid.density')}
      value={layout.density}
      options={DENSITIES.map((value) => ({ value, label: t(`ui.grid.${value}`) }))}
      onChange={layout.setDensity}
    />
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
      <Popover trigger="click" placement="bottomRight" content={<Columns layout={layout} />}>
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

function Columns<T>({ layout }: { layout: GridLayout<T> }) {
  const { t } = useTranslation()
  return (
    <div className="g-settings">
      <ul>
        {layout.all.map(({ id, title }) => (
          <ColumnChoice key={id} id={id} title={title} layout={layout} />
        ))}
      </ul>
      <Button size="small" onClick={layout.reset}>
        {t('ui.grid.resetColumns')}
      </Button>
    </div>
  )
}

interface ChoiceProps<T> {
  id: string
  title: string
  layout: GridLayout<T>
}
function ColumnChoice<T>({ id, title, layout }: ChoiceProps<T>) {
  const { t } = useTranslation()
  const { hidden, pinned, width } = layout.choiceOf(id)
  const last = !hidden && layout.shown.length === 1
  return (
    <li>
      <Checkbox
        checked={!hidden}
        disabled={last}
        onChange={(event) => layout.choose(id, { hidden: !event.target.checked })}
      >
        {title}
      </Checkbox>
      <Button
        type="text"
        size="small"
        aria-pressed={pinned}
        aria-label={t('ui.grid.pin', { title })}
        title={t('ui.grid.pin', { title })}
        className={pinned ? 'pinned' : ''}
        icon={<PushpinOutlined />}
        onClick={() => layout.choose(id, { pinned: !pinned })}
      />
      <InputNumber
        size="small"
        min={60}
        max={800}
        step={20}
        value={width}
        aria-label={t('ui.grid.width', { title })}
        onChange={(next) => next && layout.choose(id, { width: next })}
      />
    </li>
  )
}
