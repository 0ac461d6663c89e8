import { queryOptions } from '@tanstack/react-query'
import { sessionFetch } from '@/api/client'

export interface Person {
  key: string
  title: string
  note: string
  household_id: string
}

/** Names and numbers are asked for in a body, never in an address; nothing is kept. */
export const peopleQuery = (text: string) =>
  queryOptions({
    queryKey: ['people', text],
    gcTime: 0,
    queryFn: async ({ signal }): Promise<Person[]> => {
      const response = await sessionFetch('/api/v1/households/search', {
        method: 'POST',
        signal,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      })
      const { items } = (await response.json()) as { items: Person[] }
      return items
    },
    retry: false,
  })
