import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input,textarea,select,[contenteditable]') !== null

const matches = (event: KeyboardEvent, keys: string): boolean => {
  const ctrl = event.ctrlKey || event.metaKey
  if (keys.startsWith('ctrl+')) return ctrl && event.key.toLowerCase() === keys.slice(5)
  return !ctrl && !event.altKey && event.key === keys && !typing(event.target)
}

/** A key for the whole page: `ctrl+k`, `/`, `?`. Single characters rest while somebody types. */
export function useShortcut(keys: string, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matches(event, keys)) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [keys])
}
