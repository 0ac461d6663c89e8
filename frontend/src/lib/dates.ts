/** Days are plain `YYYY-MM-DD`; instants are UTC and shown in the district's own time. */
const ZONE = 'Asia/Shanghai'
const inZone = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
})

/** "2018-11-25T02:05:00Z" → "2018-11-25 10:05". */
export const instant = (iso: string): string => inZone.format(new Date(iso))

export const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Days from one to the other; negative when `to` lies before `from`. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
