import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { meQuery } from '@/api/account'
import { useNamePage } from '@/lib/pageName'
import '@/ui/declared.css'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { Bases } from './Bases'
import { PlanFacts } from './PlanFacts'
import { PlanHead } from './PlanHead'
import { PlanTabs } from './PlanTabs'
import { planQuery } from './queries'
import { TierChart } from './TierChart'
import './funds.css'

/** One plan: where it stands, what it comes to by every basis, and who gets what from whom. */
export function FundPlanPage() {
  const { planId } = useParams({ from: '/shell/fund-plans/$planId' })
  const { data: me } = useSuspenseQuery(meQuery)
  const { data: plan, error, refetch } = useQuery(planQuery(planId))
  useNamePage(plan?.title)
  if (!plan)
    return error ? (
      <ErrorCard error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading rows={14} />
    )
  return (
    <>
      <PlanHead plan={plan} today={me.today} />
      <PlanFacts plan={plan} />
      <div className="fund-beside">
        <Bases plan={plan} />
        <TierChart planId={plan.id} />
      </div>
      <ErrorBoundary>
        <Suspense fallback={<Loading rows={10} />}>
          <PlanTabs plan={plan} />
        </Suspense>
      </ErrorBoundary>
    </>
  )
}
