import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useShortcut } from '@/lib/shortcuts'

export interface SearchBoxProps {
  label: string
  value: string
  onSearch: (text: string) => void
}

/** `/` comes here. Searches on Enter or when typing rests; Chinese being composed waits. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const box = useRef<InputRef>(null)
  const [text, setText] = useState(value)
  const composing = useRef(false)
  useEffect(() => setText(value), [value])
  const latest = useRef(onSearch)
  latest.current = onSearch
  useEffect(() => {
    if (text === value || composing.current) return
    const timer = setTimeout(() => latest.current(text.trim()), 350)
    return () => clearTimeout(timer)
  }, [text, value])
  useShortcut('/', () => box.current?.focus())
  return (
    <Input
      ref={box}
      allowClear
      className="search-box"
      prefix={<SearchOutlined />}
      suffix={<kbd aria-hidden>/</kbd>}
      placeholder={label}
      aria-label={label}
      maxLength={60}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        setText(event.currentTarget.value)
      }}
      onPressEnter={() => onSearch(text.trim())}
    />
  )
}
