import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '@/lib/remembered'

type State = Readonly<Record<string, unknown>>
interface View {
  name: string
  state: State
}
interface Props {
  id: string
  /** What the address says now, without page and place. */
  state: State
  onApply: (state: State) => void
}

/** Questions one asks again and again, under names of one's own. Kept on this computer. */
export function SavedViews({ id, state, onApply }: Props) {
  const { t } = useTranslation()
  const [views, setViews] = useRemembered<readonly View[]>(`views:${id}`, [])
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const others = (name: string) => views.filter((view) => view.name !== name)
  const content = (
    <div className="views">
      <ul className="plain">
        {views.map((view) => (
          <li key={view.name}>
            <Button
              type="text"
              onClick={() => {
                setOpen(false)
                onApply(view.state)
              }}
            >
              {view.name}
            </Button>
            <Button
              type="text"
              aria-label={t('ui.list.dropView', { name: view.name })}
              icon={<DeleteOutlined />}
              onClick={() => setViews(others(view.name))}
            />
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const name = typed.trim()
          if (name) setViews([...others(name), { name, state }])
        }}
      >
        <Input
          maxLength={20}
          aria-label={t('ui.list.viewName')}
          placeholder={t('ui.list.viewName')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit">{t('ui.list.saveView')}</Button>
      </form>
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={content}
    >
      <Button icon={<StarOutlined />}>{t('ui.list.views')}</Button>
    </Popover>
  )
}
