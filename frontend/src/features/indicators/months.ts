/** The last day of the month before: what a figure is held against. */
export function monthEndBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
}

/** Basis points with their sign as percentage points: 120 → "+1.2", -5 → "-0.05". */
export function points(bp: number): string {
  const hundredths = String(Math.abs(bp)).padStart(3, '0')
  const text = `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`.replace(/\.?0+$/, '')
  return `${bp < 0 ? '-' : '+'}${text}`
}
