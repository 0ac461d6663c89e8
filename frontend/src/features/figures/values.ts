/** What the form asks of a new figure before the server is asked. */
import type { Kind } from '@/api/gen/types.gen'

export type Fault = 'valueMissing' | 'valueWrong' | 'splitMissing'

const isWhole = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0

function fitsSplit(weights: unknown): Fault | null {
  const fine = Array.isArray(weights) && weights.every(isWhole) && weights.some(Boolean)
  return fine ? null : 'splitMissing'
}

export function fits(kind: Kind, value: unknown): Fault | null {
  if (kind === 'split') return fitsSplit(value)
  if (value === null || value === undefined || value === '') return 'valueMissing'
  if (kind === 'flag' || kind === 'choice') return null
  return isWhole(value) ? null : 'valueWrong'
}

/** A weight's share of all weights as basis points, rounded down; null while there is none. */
export function shareBp(weights: readonly (number | null | undefined)[], index: number) {
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0)
  return sum > 0 ? Math.floor(((weights[index] ?? 0) * 10_000) / sum) : null
}
