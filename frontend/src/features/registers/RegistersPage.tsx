import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import { useWorkPlaceId } from '@/lib/workPlace'
import { AsOfDay } from '@/ui/AsOfDay'
import { ErrorCard } from '@/ui/ErrorCard'
import { Loading } from '@/ui/Loading'
import { SearchBox } from '@/ui/list/SearchBox'
import { PageHead } from '@/ui/PageHead'
import { registersQuery } from './queries'
import { RegisterTable } from './RegisterTable'
import '@/ui/list/list.css'
import './registers.css'

/** All standing lists with what they count, by which words, and how many stand in each. */
export function RegistersPage() {
  const { t } = useTranslation()
  const { at } = useSearch({ from: '/shell/registers' })
  const navigate = useNavigate()
  const place = useWorkPlaceId()
  const [text, setText] = useState('')
  const { data: me } = useSuspenseQuery(meQuery)
  const { data, error, isFetching, refetch } = useQuery(registersQuery(at, place))
  const onDay = (next: string | undefined) =>
    void navigate({ to: '.', search: (was) => ({ ...was, at: next }) as never })
  const found = data?.items.filter(({ title, sentence }) => `${title}${sentence}`.includes(text))
  return (
    <>
      <PageHead title={t('registers.title')}>
        <AsOfDay day={data?.at ?? at} today={me.today} onChange={onDay} />
      </PageHead>
      <section className="surface register-list" aria-busy={isFetching}>
        <div className="toolbar" role="search">
          <SearchBox label={t('registers.find')} value={text} onSearch={setText} />
        </div>
        {error ? <ErrorCard error={error} onRetry={() => void refetch()} /> : null}
        {found ? <RegisterTable items={found} at={at} /> : error ? null : <Loading rows={12} />}
      </section>
    </>
  )
}
