/** The place of work: in the address, so that a pasted link shows the same; remembered besides. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Me, placesQuery } from '@/api/account'
import { useRemembered } from '@/lib/remembered'

type Choose = (place: string | undefined) => void

export function useWorkPlace(me: Me): [string | undefined, Choose] {
  const { place } = useSearch({ from: '/shell' })
  const navigate = useNavigate()
  const { data: places } = useQuery(placesQuery)
  const [last, remember] = useRemembered<string | null>(`place:${me.id}`, null)
  const known = places?.some(({ id }) => id === last)
  const go = (next: string | undefined, replace: boolean) =>
    void navigate({
      to: '.',
      search: (was) => ({ ...was, place: next, page: undefined }) as never,
      replace,
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the places have come.
  useEffect(() => {
    if (!place && last && known) go(last, true)
  }, [known])
  const choose: Choose = (next) => {
    const narrowed = next === me.place.id ? undefined : next
    remember(narrowed ?? null)
    go(narrowed, false)
  }
  return [place, choose]
}
