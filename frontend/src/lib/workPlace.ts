import { useSearch } from '@tanstack/react-router'

/** The place chosen on top of every page; undefined means the person's whole area. */
export function useWorkPlaceId(): string | undefined {
  const search: { place?: unknown } = useSearch({ strict: false })
  return typeof search.place === 'string' ? search.place : undefined
}
