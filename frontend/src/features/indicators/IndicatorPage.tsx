import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { useNamePage } from '@/lib/pageName'
import { useWorkPlaceId } from '@/lib/workPlace'
import { AsOfDay } from '@/ui/AsOfDay'
import { Beside } from '@/ui/Beside'
import { Definition } from '@/ui/Definition'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { BehindRows } from './BehindRows'
import { Figures } from './Figures'
import { SingleSource } from './IndicatorTile'
import { indicatorQuery } from './queries'
import { VillageFigures } from './VillageFigures'
import './indicators.css'

/** One promise: its figure beside its definition, its villages, and the very people behind it. */
export function IndicatorPage() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/shell/indicators/$slug' })
  const search = useSearch({ from: '/shell/indicators/$slug' })
  const navigate = useNavigate()
  const work = useWorkPlaceId()
  const { data: me } = useSuspenseQuery(meQuery)
  const { data, error, refetch } = useQuery(indicatorQuery(slug, search.at, work))
  useNamePage(data?.indicator.title)
  const patch = (change: Record<string, unknown>) =>
    void navigate({ to: '.', search: (was) => ({ ...was, ...change }) as never })
  if (!data)
    return error ? (
      <ErrorCard error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading rows={14} />
    )
  const { indicator, villages, columns } = data
  // A village of another place of work is let go of.
  const village = villages.find(({ village_id }) => village_id === search.village)
  return (
    <>
      <PageHead title={indicator.title}>
        {indicator.is_single_source ? <SingleSource /> : null}
        <AsOfDay day={data.at} today={me.today} onChange={(at) => patch({ at, page: undefined })} />
      </PageHead>
      <div className="surface panel indicator-head">
        <Figures indicator={indicator} figures={village ?? indicator} onWhich={patch} />
        <Definition declared={indicator} who={indicator.owner} />
      </div>
      <Beside
        id="indicator-villages"
        title={t('indicators.worst')}
        side={
          <VillageFigures
            title={indicator.title}
            items={villages}
            chosen={village?.village_id}
            onChoose={(next) => patch({ village: next, page: undefined })}
          />
        }
      >
        <BehindRows
          indicator={indicator}
          columns={columns}
          search={search}
          place={village?.village_id ?? work}
          villages={villages}
          onSearch={patch}
        />
      </Beside>
    </>
  )
}
