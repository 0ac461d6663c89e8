import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '@/api/account'
import { type Entry, useEntries } from './paletteEntries'

interface Props {
  me: Me
  onPlace: (id: string) => void
  onClose: () => void
}

/** One box for everything: people, places, pages, by keyboard. */
export function Palette({ me, onPlace, onClose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState('')
  const entries = useEntries(me, text, onPlace)
  const [at, setAt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at the top.
  useEffect(() => setAt(0), [text])
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.act()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((was) => (was + step + entries.length) % Math.max(entries.length, 1))
    else if (event.key === 'Enter') run(entries[at])
    else return
    event.preventDefault()
  }
  return (
    <Modal
      open
      closable={false}
      footer={null}
      onCancel={onClose}
      width={560}
      className="palette"
      title={<span className="sr">{t('app.palette.title')}</span>}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={t('app.palette.hint')}
        aria-label={t('app.palette.hint')}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={entries[at] ? `${id}-${at}` : undefined}
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={t('app.palette.title')}>
        {entries.map((entry, index) => (
          <Option
            key={entry.key}
            id={`${id}-${index}`}
            entry={entry}
            heading={entry.kind !== entries[index - 1]?.kind}
            active={index === at}
            onPick={() => run(entry)}
          />
        ))}
      </div>
      <p className="palette-foot sub" role="status">
        {t(entries.length ? 'app.palette.keys' : 'app.palette.none')}
      </p>
    </Modal>
  )
}

interface OptionProps {
  id: string
  entry: Entry
  heading: boolean
  active: boolean
  onPick: () => void
}
function Option({ id, entry, heading, active, onPick }: OptionProps) {
  const { t } = useTranslation()
  return (
    <>
      {heading ? (
        <div role="presentation" className="palette-kind">
          {t(`app.palette.${entry.kind}`)}
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box above it holds the keyboard. */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        className="palette-option"
        ref={(node) => (active ? node?.scrollIntoView({ block: 'nearest' }) : undefined)}
        onClick={onPick}
      >
        <span>{entry.title}</span>
        <span className="sub">{entry.note}</span>
      </div>
    </>
  )
}
