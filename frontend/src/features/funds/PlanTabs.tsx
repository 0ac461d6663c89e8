import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FundPlanDetail } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { Matrix } from './Matrix'
import { People } from './People'
import { Steps } from './Steps'
import { TABS, type Tab } from './search'

const PARTS: Record<Tab, (props: { plan: FundPlanDetail }) => React.ReactNode> = {
  matrix: Matrix,
  people: People,
  steps: Steps,
}

/** Which part is open stands in the address; only that part is asked for. */
export function PlanTabs({ plan }: { plan: FundPlanDetail }) {
  const { t } = useTranslation()
  const { tab = 'matrix' } = useSearch({ from: '/shell/fund-plans/$planId' })
  const navigate = useNavigate()
  const Part = PARTS[tab]
  const counts: Record<Tab, number> = {
    matrix: plan.village_count,
    people: plan.heads,
    steps: plan.steps.length,
  }
  return (
    <section className="surface fund-tabs">
      <Tabs
        activeKey={tab}
        onChange={(key) =>
          void navigate({
            to: '.',
            search: (was) => ({ ...was, tab: key }) as never,
            replace: true,
          })
        }
        items={TABS.map((key) => ({
          key,
          label: `${t(`funds.tabs.${key}`)} ${count(counts[key])}`,
          children: key === tab ? <Part plan={plan} /> : null,
        }))}
      />
    </section>
  )
}
