/** Towns and hamlets by name: the list gives ids, the tree of one's area knows the rest. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { placesQuery } from '@/api/account'

export function usePlaceNames() {
  const { data } = useQuery(placesQuery)
  return useMemo(() => {
    const byId = new Map((data ?? []).map((place) => [place.id, place]))
    const name = (id: string | null | undefined) => byId.get(id ?? '')?.name
    return { name, above: (id: string) => name(byId.get(id)?.parent_id) }
  }, [data])
}
