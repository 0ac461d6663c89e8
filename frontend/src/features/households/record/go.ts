import { useNavigate } from '@tanstack/react-router'
import type { RecordSearch } from '../search'

/** Changes what of the record is open; the rest of the address stays. */
export function useOpen() {
  const navigate = useNavigate({ from: '/households/$id' })
  return (patch: { [K in keyof RecordSearch]?: RecordSearch[K] | undefined }, replace = false) =>
    void navigate({
      to: '.',
      search: (was) => ({ ...was, ...patch }) as typeof was,
      replace,
    })
}
