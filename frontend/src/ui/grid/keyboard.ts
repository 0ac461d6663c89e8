import { type KeyboardEvent, useState } from 'react'

interface Acts {
  count: number
  onMove: (index: number) => void
  onOpen?: (index: number) => void
  onSelect?: (index: number) => void
  onPeek?: (index: number) => void
}

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

function target(key: string, at: number, count: number): number | null {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key === 'PageDown') return Math.min(count - 1, at + 10)
  if (key === 'PageUp') return Math.max(0, at - 10)
  const step = STEPS[key]
  return step === undefined ? null : Math.min(count - 1, Math.max(0, at + step))
}

/** One row of the grid is current; keys move it, open it, select it. */
export function useGridKeys({ count, onMove, onOpen, onSelect, onPeek }: Acts) {
  const [at, setAt] = useState(-1)
  const current = at < count ? at : -1
  const acts: Record<string, ((index: number) => void) | undefined> = {
    Enter: onOpen,
    ' ': onPeek ?? onSelect,
    x: onSelect,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const inControl = (event.target as HTMLElement).closest('input,textarea,select,button,a')
    const next = target(event.key, current, count)
    if (next !== null && count > 0 && !(inControl && event.key.length > 1)) {
      setAt(next)
      onMove(next)
    } else if (!inControl && current >= 0 && acts[event.key]) acts[event.key]?.(current)
    else return
    event.preventDefault()
  }
  return { at: current, setAt, onKeyDown }
}
