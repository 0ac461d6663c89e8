/** Which columns a person sees, how wide, and which stay in sight: chosen once and remembered. */
import { type ReactNode, useMemo } from 'react'
import { useRemembered } from '@/lib/remembered'

export interface GridColumn<T> {
  id: string
  title: string
  width: number
  align?: 'right'
  /** Stays in sight when the grid scrolls sideways, until the person says otherwise. */
  pinned?: boolean
  sortable?: boolean
  /** Not shown until the person chooses it. */
  hidden?: boolean
  cell: (row: T) => ReactNode
}
export interface Placed<T> extends GridColumn<T> {
  /** Distance from the left edge of a pinned column. */
  left?: number
}
interface Choice {
  hidden?: boolean
  width?: number
  pinned?: boolean
}
type Choices = Readonly<Record<string, Choice>>
export type Density = 'compact' | 'middle' | 'loose'

export const CHECK_WIDTH = 40
const NARROWEST = 60
const WIDEST = 800
export const ROW_HEIGHT: Record<Density, number> = { compact: 36, middle: 42, loose: 50 }

/** Pinned columns first, each with its distance from the left. */
export function place<T>(columns: readonly GridColumn<T>[], choices: Choices, start: number) {
  const chosen = columns
    .map((column) => ({ ...column, ...choices[column.id] }))
    .filter((column) => !column.hidden)
  let left = start
  const pinned = chosen
    .filter((column) => column.pinned)
    .map((column): Placed<T> => {
      const placed = { ...column, left }
      left += column.width
      return placed
    })
  return [...pinned, ...chosen.filter((column) => !column.pinned)] as Placed<T>[]
}

export interface GridLayout<T> {
  all: readonly GridColumn<T>[]
  shown: Placed<T>[]
  width: number
  density: Density
  setDensity: (density: Density) => void
  choiceOf: (id: string) => Required<Choice>
  choose: (id: string, choice: Choice) => void
  reset: () => void
}

export function useGridLayout<T>(
  id: string,
  columns: readonly GridColumn<T>[],
  selectable = true,
): GridLayout<T> {
  const [choices, setChoices] = useRemembered<Choices>(`grid:${id}`, {})
  const [density, setDensity] = useRemembered<Density>('density', 'compact')
  const start = selectable ? CHECK_WIDTH : 0
  const shown = useMemo(() => place(columns, choices, start), [columns, choices, start])
  const choiceOf = (column: string): Required<Choice> => {
    const {
      hidden = false,
      width = 120,
      pinned = false,
    } = {
      ...columns.find((each) => each.id === column),
      ...choices[column],
    }
    return { hidden, width, pinned }
  }
  return {
    all: columns,
    shown,
    width: shown.reduce((sum, column) => sum + column.width, start),
    density,
    setDensity,
    choiceOf,
    choose: (column, { width, ...rest }) => {
      const bounded = width && { width: Math.min(WIDEST, Math.max(NARROWEST, Math.round(width))) }
      setChoices({ ...choices, [column]: { ...choices[column], ...rest, ...bounded } })
    },
    reset: () => setChoices({}),
  }
}
