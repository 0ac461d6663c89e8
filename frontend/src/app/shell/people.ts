import { queryOptions } from '@tanstack/react-query'
import { searchHouseholds } from '@/api/gen/sdk.gen'
import type { SearchHit } from '@/api/gen/types.gen'

export interface Person {
  key: string
  title: string
  note: string
  household_id: string
}

/** A person, or a household by its head; where they live and which number tells namesakes apart. */
export const personOf = (hit: SearchHit): Person => ({
  key: `${hit.household_id}${hit.member_id ?? ''}`,
  title: hit.name ?? hit.head_name ?? hit.household_no,
  note: `${hit.village_name} · ${hit.household_no}`,
  household_id: hit.household_id,
})

/** Names and numbers are asked for in a body, never in an address; nothing is kept. */
export const peopleQuery = (text: string) =>
  queryOptions({
    queryKey: ['people', text],
    gcTime: 0,
    queryFn: async ({ signal }): Promise<Person[]> => {
      const { data } = await searchHouseholds({ body: { text }, signal, throwOnError: true })
      return data.items.map(personOf)
    },
    retry: false,
  })
