import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'
import { useWorkPlaceId } from '@/lib/workPlace'
import { listQuery } from '../queries'

/** How many match, read out when it changes. */
export function Total() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/households' })
  const { data } = useQuery(listQuery(search, useWorkPlaceId()))
  return (
    <span className="sub num" role="status">
      {data ? t('households.households', { n: count(data.total) }) : null}
    </span>
  )
}
