import { useCallback, useState } from 'react'

const PREFIX = 'jingzhun:'
const read = <T>(key: string, otherwise: T): T => {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? otherwise : (JSON.parse(text) as T)
  } catch {
    return otherwise
  }
}
const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
  } catch {
    // A full or forbidden storage costs a preference, not the page.
  }
}
export const remembered = { read, write }

/** State that is still there tomorrow. For preferences only: no personal data goes in here. */
export function useRemembered<T>(key: string, otherwise: T): [T, (value: T) => void] {
  const [held, setHeld] = useState(() => ({ key, value: read(key, otherwise) }))
  // Another name is another preference, even where the component stays the same.
  if (held.key !== key) setHeld({ key, value: read(key, otherwise) })
  const keep = useCallback(
    (next: T) => {
      setHeld({ key, value: next })
      write(key, next)
    },
    [key],
  )
  return [held.value, keep]
}
