/** One place with its names, codes and marks; after a change the tree is asked again. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { placesQuery } from '@/api/account'
import { type Tagged, tagged } from '@/api/client'
import { getPlace } from '@/api/gen/sdk.gen'
import type { PlaceDetail } from '@/api/gen/types.gen'

export type Place = Tagged<PlaceDetail>

const placeKey = (id: string) => ['place', id] as const
export const placeQuery = (id: string) =>
  queryOptions({
    queryKey: placeKey(id),
    queryFn: ({ signal }): Promise<Place> =>
      tagged(getPlace({ path: { place_id: id }, signal, throwOnError: true })),
  })

export function keepPlace(client: QueryClient, place: Place): void {
  client.setQueryData(placeKey(place.id), place)
  void client.invalidateQueries({ queryKey: placesQuery.queryKey })
}
