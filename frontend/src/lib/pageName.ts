/** A record's page says what it shows, so that crumbs and browser title can name it. */
import { useEffect, useSyncExternalStore } from 'react'

let name: string | null = null
const listeners = new Set<() => void>()
const set = (next: string | null) => {
  name = next
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePageName = () => useSyncExternalStore(subscribe, () => name)

/** Called by a record's page with a business key or title, never with a person's number. */
export function useNamePage(text: string | undefined): void {
  useEffect(() => {
    set(text ?? null)
    return () => set(null)
  }, [text])
}
