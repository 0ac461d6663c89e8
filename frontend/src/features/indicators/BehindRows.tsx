import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ColumnOut, IndicatorOut, VillageFigureOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { DeclaredList } from '@/ui/list/DeclaredList'
import { nounOf } from './IndicatorTile'
import { behindQuery } from './queries'
import { BEHIND, type Behind, type IndicatorSearch } from './search'

interface Props {
  indicator: IndicatorOut
  columns: readonly ColumnOut[]
  search: IndicatorSearch
  place: string | undefined
  villages: readonly VillageFigureOut[]
  onSearch: (patch: Record<string, unknown>) => void
}

/** The very people behind the figure, those who are missing from it first. */
export function BehindRows({ indicator, search, place, onSearch, ...shown }: Props) {
  const { t } = useTranslation()
  const { slug, of, title } = indicator
  const which = search.which ?? 'missing'
  const query = useQuery(behindQuery(slug, which, search, place))
  const tabs = (
    <>
      <Segmented<Behind>
        aria-label={t('indicators.which')}
        value={which}
        options={BEHIND.map((value) => ({ value, label: t(`indicators.behind.${value}`) }))}
        onChange={(next) => onSearch({ which: next, page: undefined })}
      />
      <span className="sub num" role="status">
        {query.data ? t(nounOf(indicator), { n: count(query.data.total) }) : null}
      </span>
    </>
  )
  return (
    <DeclaredList
      {...shown}
      id={`indicator:${slug}`}
      label={t('indicators.list_of', { title, which: t(`indicators.behind.${which}`) })}
      of={of}
      words={query.data?.words}
      query={query}
      search={search}
      onSearch={onSearch}
      tools={tabs}
      empty={t(`indicators.empty.${which}`)}
    />
  )
}
