/** The place that is open, and whether only hamlets that wait are shown. */
import { code, flag } from '@/lib/urlState'

export interface PlacesSearch {
  open?: string
  waiting?: boolean
}
export function placesSearch(raw: Record<string, unknown>): PlacesSearch {
  const open = code(raw.open)
  const waiting = flag(raw.waiting)
  return { ...(open && { open }), ...(waiting && { waiting }) }
}
