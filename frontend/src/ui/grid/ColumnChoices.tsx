import { PushpinOutlined } from '@ant-design/icons'
import { Button, Checkbox, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { GridLayout } from './columns'

/** Which columns there are: shown, pinned, how wide. */
export function ColumnChoices<T>({ layout }: { layout: GridLayout<T> }) {
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
