import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useNamePage } from '@/lib/pageName'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { Edits } from './edit/Edits'
import { memory } from './memory'
import { householdQuery } from './queries'
import { AsOf } from './record/AsOf'
import { RecordHead } from './record/RecordHead'
import { RecordTabs } from './record/RecordTabs'
import { Warnings } from './record/Warnings'
import './households.css'

/** One household with everything that is known of it, as of today or of a day in the address. */
export function HouseholdPage() {
  const { id } = useParams({ from: '/shell/households/$id' })
  const { at } = useSearch({ from: '/shell/households/$id' })
  const { data: household, error, isPending, refetch } = useQuery(householdQuery(id, at))
  useNamePage(household?.household_no)
  // Back in the list, the row one was at last is the current one.
  useEffect(() => {
    if (!memory.text) memory.row = id
  }, [id])
  if (isPending) return <Loading rows={14} />
  if (!household) return <ErrorCard error={error} onRetry={() => void refetch()} />
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading rows={14} />}>
        <RecordHead household={household} />
        <AsOf today={at === undefined} day={household.at} />
        <Warnings household={household} />
        <RecordTabs household={household} />
        <Edits household={household} />
      </Suspense>
    </ErrorBoundary>
  )
}
