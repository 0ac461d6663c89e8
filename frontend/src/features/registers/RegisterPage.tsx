import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { useNamePage } from '@/lib/pageName'
import { useWorkPlaceId } from '@/lib/workPlace'
import { AsOfDay } from '@/ui/AsOfDay'
import { Beside } from '@/ui/Beside'
import { Definition } from '@/ui/Definition'
import { DownloadButton } from '@/ui/DownloadButton'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { PageHead } from '@/ui/PageHead'
import { Counted } from './Counted'
import { sheet, villagesQuery } from './queries'
import { RegisterRows } from './RegisterRows'
import { VillageCounts } from './VillageCounts'
import './registers.css'

/** Any register, drawn from its declaration: what it counts, who is on it, how many by village. */
export function RegisterPage() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/shell/registers/$slug' })
  const search = useSearch({ from: '/shell/registers/$slug' })
  const navigate = useNavigate()
  const work = useWorkPlaceId()
  const { data: me } = useSuspenseQuery(meQuery)
  const { data, error, refetch } = useQuery(villagesQuery(slug, search.at, work))
  const register = data?.register
  useNamePage(register?.title)
  const patch = (change: Record<string, unknown>) =>
    void navigate({ to: '.', search: (was) => ({ ...was, ...change }) as never })
  // A village of another place of work is let go of.
  const village = data?.items.find(({ village_id }) => village_id === search.village)
  const place = village?.village_id ?? work
  const sheets = me.permissions.includes('registers:export') ? (
    <span className="row">
      <DownloadButton fetch={() => sheet(slug, 'xlsx', search, place)}>
        {t('registers.xlsx')}
      </DownloadButton>
      <DownloadButton fetch={() => sheet(slug, 'csv', search, place)}>
        {t('registers.csv')}
      </DownloadButton>
    </span>
  ) : null
  if (!register)
    return error ? (
      <ErrorCard error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading rows={14} />
    )
  return (
    <>
      <PageHead title={register.title} actions={sheets}>
        <Counted
          of={register.of}
          counts={village ?? register}
          which={search.which}
          onWhich={patch}
        />
        <AsOfDay day={data.at} today={me.today} onChange={(at) => patch({ at, page: undefined })} />
      </PageHead>
      <Definition declared={register} who={register.kept_by.join(t('ui.comma'))} />
      <Beside
        id="register-villages"
        title={t('declared.villages')}
        side={
          <VillageCounts
            items={data.items}
            chosen={village?.village_id}
            onChoose={(next) => patch({ village: next, page: undefined })}
          />
        }
      >
        <RegisterRows
          register={register}
          search={search}
          place={place}
          villages={data.items}
          onSearch={patch}
        />
      </Beside>
    </>
  )
}
