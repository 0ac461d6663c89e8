/** Asks who may be the same as the people being typed. What is asked goes in a body only. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { checkDuplicates } from '@/api/gen/sdk.gen'
import type { Likeness } from '@/api/gen/types.gen'
import { isWholeId, plainId } from '../idNumber'
import { useRested } from './rested'

export interface Newcomer {
  name?: string | null
  id_number?: string | null
}

/** Names of one character and half-typed numbers find everybody or nobody. */
function askable(people: readonly (Newcomer | undefined)[]): Newcomer[] {
  return people.flatMap((person) => {
    const name = person?.name?.trim() ?? ''
    const id = plainId(person?.id_number ?? '')
    const asked = { ...(name.length > 1 && { name }), ...(isWholeId(id) && { id_number: id }) }
    return Object.keys(asked).length ? [asked] : []
  })
}

const likenessQuery = (village_id: string | undefined, members: Newcomer[]) =>
  queryOptions({
    queryKey: ['likenesses', village_id, members],
    gcTime: 0,
    retry: false,
    enabled: village_id !== undefined && members.length > 0,
    queryFn: async ({ signal }): Promise<Likeness[]> => {
      const body = { village_id: village_id ?? '', members }
      const { data } = await checkDuplicates({ body, signal, throwOnError: true })
      return data.items
    },
  })

export function useLikenesses(
  village: string | undefined,
  people: readonly (Newcomer | undefined)[],
): readonly Likeness[] {
  const asked = useRested(JSON.stringify(askable(people)))
  const { data = [] } = useQuery(likenessQuery(village, JSON.parse(asked) as Newcomer[]))
  return data
}
