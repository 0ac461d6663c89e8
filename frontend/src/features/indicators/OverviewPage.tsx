import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { PageHead } from '@/ui/PageHead'
import { Causes } from './Causes'
import { IndicatorTiles } from './IndicatorTiles'
import { PeopleStats } from './PeopleStats'
import { PlaceCharts } from './PlaceCharts'
import { RegisterCounts } from './RegisterCounts'
import './indicators.css'

/** Where one stands: each card asks for itself and fails by itself. */
export function OverviewPage() {
  const { t } = useTranslation()
  const { data: me } = useSuspenseQuery(meQuery)
  const may = (permission: string) => me.permissions.includes(permission)
  return (
    <>
      <PageHead title={t('indicators.title')}>
        <span className="sub num">{t('ui.asOf', { day: me.today })}</span>
      </PageHead>
      {may('households:read') ? <PeopleStats /> : null}
      {may('indicators:read') ? <IndicatorTiles today={me.today} /> : null}
      {may('households:read') ? (
        <div className="overview-charts">
          <Causes />
          <PlaceCharts />
        </div>
      ) : null}
      {may('registers:read') ? <RegisterCounts /> : null}
    </>
  )
}
