import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import {
  countHouseholdsOptions,
  listHouseholdFieldsOptions,
  listRegistersOptions,
  measureIndicatorOptions,
  measureIndicatorsOptions,
  readBehindIndicatorOptions,
} from '@/api/gen/@tanstack/react-query.gen'
import { DEFAULT_PAGE_SIZE } from '@/lib/urlState'
import type { DeclaredRow } from '@/ui/list/declared'
import type { Behind, IndicatorSearch } from './search'

const asked = (at: string | undefined, place: string | undefined) => ({
  ...(at && { at }),
  ...(place && { place }),
})

export const indicatorsQuery = (at: string | undefined, place: string | undefined) =>
  queryOptions({
    ...measureIndicatorsOptions({ query: asked(at, place) }),
    placeholderData: keepPreviousData,
  })

export const registersQuery = (place: string | undefined) =>
  queryOptions({
    ...listRegistersOptions({ query: asked(undefined, place) }),
    placeholderData: keepPreviousData,
  })

export const householdCountsQuery = (place: string | undefined) =>
  queryOptions({
    ...countHouseholdsOptions({ query: asked(undefined, place) }),
    placeholderData: keepPreviousData,
  })

export const fieldsQuery = queryOptions({
  ...listHouseholdFieldsOptions(),
  staleTime: Number.POSITIVE_INFINITY,
})

export const indicatorQuery = (slug: string, at: string | undefined, place: string | undefined) =>
  queryOptions(measureIndicatorOptions({ path: { slug }, query: asked(at, place) }))

export function behindQuery(
  slug: string,
  which: Behind,
  search: IndicatorSearch,
  place: string | undefined,
) {
  const { page = 1, page_size = DEFAULT_PAGE_SIZE, sort, at } = search
  const query = { page, page_size, ...(sort && { sort }), ...asked(at, place) }
  return queryOptions({
    ...readBehindIndicatorOptions({ path: { slug, which }, query }),
    placeholderData: keepPreviousData,
    // Its columns are declared beside it, so that the generated type cannot know them.
    select: ({ items, words, total }) => ({ items: items as DeclaredRow[], words, total }),
  })
}
