import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { placesQuery } from '@/api/account'
import type { PostIn } from '@/api/gen/types.gen'
import { useRoleTitle } from '../words'

/** "街道（镇） · 东山街道、…" of posts as a form holds them. */
export function usePostsInWords(): (posts: unknown) => string {
  const { t } = useTranslation()
  const titleOf = useRoleTitle()
  const { data: places } = useQuery(placesQuery)
  const names = new Map(places?.map(({ id, name }) => [id, name]))
  return (posts) =>
    (posts as PostIn[])
      .map(({ role, place_id }) => `${titleOf(role)} · ${names.get(place_id) ?? ''}`)
      .join(t('ui.comma'))
}
