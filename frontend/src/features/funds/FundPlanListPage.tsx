import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import type { FundPlanOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { Empty } from '@/ui/Empty'
import { DataList } from '@/ui/list/DataList'
import { PageHead } from '@/ui/PageHead'
import { planColumns } from './columns'
import { PlanDrawer } from './PlanDrawer'
import { plansQuery } from './queries'
import { STATES } from './search'
import './funds.css'

const idOf = ({ id }: FundPlanOut) => id

/** Every plan one may see, the newest first. */
export function FundPlanListPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/fund-plans' })
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const [making, setMaking] = useState(false)
  const query = useQuery(plansQuery(search))
  const columns = useMemo(() => planColumns(t), [t])
  const states = STATES.map((value) => ({ value, label: t(`funds.states.${value}`) }))
  const create = me.permissions.includes('fund-plans:make') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t('funds.create')}
    </Button>
  ) : null
  const open = (planId: string) =>
    void navigate({ to: '/fund-plans/$planId', params: { planId }, ignoreBlocker: true })
  return (
    <>
      <PageHead title={t('funds.title')} actions={create}>
        <span className="sub num" role="status">
          {query.data ? t('ui.list.total', { n: count(query.data.total) }) : null}
        </span>
      </PageHead>
      <DataList
        id="fund-plans"
        label={t('funds.title')}
        columns={columns}
        rowId={idOf}
        query={query}
        search={search}
        onSearch={(patch) =>
          void navigate({ to: '.', search: (was) => ({ ...was, ...patch }) as never })
        }
        filters={[{ key: 'state', label: t('funds.state'), kind: 'choice', options: states }]}
        onOpen={({ id }) => open(id)}
        empty={<Empty text={t(search.state ? 'ui.empty' : 'funds.none')}>{create}</Empty>}
      />
      {making ? (
        <PlanDrawer
          today={me.today}
          onDone={({ id }) => open(id)}
          onClose={() => setMaking(false)}
        />
      ) : null}
    </>
  )
}
