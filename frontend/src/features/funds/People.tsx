import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import type { CountedPersonOut, FundPlanDetail } from '@/api/gen/types.gen'
import { Empty } from '@/ui/Empty'
import { DataList } from '@/ui/list/DataList'
import { peopleColumns } from './columns'
import { allocationQuery, peopleQuery } from './queries'

const idOf = ({ member_id }: CountedPersonOut) => member_id

/** Who was counted, as the registry knew them when the plan was computed. */
export function People({ plan }: { plan: FundPlanDetail }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/fund-plans/$planId' })
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const { data: allocation } = useQuery(allocationQuery(plan.id))
  const query = useQuery(peopleQuery(plan.id, search))
  const columns = useMemo(() => peopleColumns(t), [t])
  const options = (allocation?.villages ?? []).map(({ village_id, town, village }) => ({
    value: village_id,
    label: `${town} ${village}`,
  }))
  const { tab: _tab, ...asked } = search
  const open = ({ household_id }: CountedPersonOut) =>
    void navigate({ to: '/households/$id', params: { id: household_id } })
  return (
    <div className="fund-people">
      <DataList
        id="fund-plan-people"
        label={t('funds.tabs.people')}
        columns={columns}
        rowId={idOf}
        query={query}
        search={asked}
        onSearch={(patch) =>
          void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as never })
        }
        filters={[{ key: 'village', label: t('funds.village'), kind: 'choice', options }]}
        empty={<Empty text={t('funds.people.none')} />}
        {...(me.permissions.includes('households:read') && { onOpen: open })}
      />
    </div>
  )
}
