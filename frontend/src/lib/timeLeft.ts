/** Seconds a job still needs at the pace so far; null while there is nothing to go by. */
export function secondsLeft(
  startedAt: string | null,
  done: number,
  total: number | null,
  now: number,
) {
  if (!startedAt || !total || done <= 0 || done >= total) return null
  const spent = (now - Date.parse(startedAt)) / 1000
  return spent > 1 ? (spent / done) * (total - done) : null
}
