import { useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { Loading } from '@/ui/Loading'
import type { Household } from '../queries'
import { TABS, type Tab } from '../search'
import { Events } from './Events'
import { useOpen } from './go'
import { History } from './History'
import { HouseholdFacts, LivingFacts } from './HouseholdFacts'
import { Incomes } from './Incomes'
import { Members } from './Members'

const PARTS: Record<Tab, (props: { household: Household }) => React.ReactNode> = {
  facts: HouseholdFacts,
  members: Members,
  living: LivingFacts,
  income: Incomes,
  history: History,
  events: Events,
}

/** Which part is open stands in the address; only that part is drawn and asked for. */
export function RecordTabs({ household }: { household: Household }) {
  const { t } = useTranslation()
  const { tab = 'facts' } = useSearch({ from: '/shell/households/$id' })
  const open = useOpen()
  const Part = PARTS[tab]
  const label = (key: Tab) => {
    const n = key === 'members' ? household.members?.length : undefined
    return n === undefined ? t(`households.tabs.${key}`) : `${t(`households.tabs.${key}`)} ${n}`
  }
  return (
    <section className="surface record">
      <Tabs
        activeKey={tab}
        onChange={(key) => open({ tab: key as Tab, member: undefined }, true)}
        items={TABS.map((key) => ({
          key,
          label: label(key),
          children:
            key === tab ? (
              <ErrorBoundary what={t(`households.tabs.${key}`)}>
                <Suspense fallback={<Loading rows={8} />}>
                  <Part household={household} />
                </Suspense>
              </ErrorBoundary>
            ) : null,
        }))}
      />
    </section>
  )
}
