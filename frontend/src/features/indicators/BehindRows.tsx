import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import type { ColumnOut, IndicatorOut, VillageFigureOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { Empty } from '@/ui/Empty'
import { DataList } from '@/ui/list/DataList'
import { type DeclaredRow, declaredColumns } from '@/ui/list/declared'
import { nounOf } from './IndicatorTile'
import { memory } from './memory'
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

const idOf = ({ id }: DeclaredRow) => id

/** The very people behind the figure, those who are missing from it first. */
export function BehindRows({ indicator, columns: declared, search, place, ...rest }: Props) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const { slug, of, title } = indicator
  const which = search.which ?? 'missing'
  const query = useQuery(behindQuery(slug, which, search, place))
  const columns = useMemo(
    () => declaredColumns(t, declared, i18n.language === 'en'),
    [t, declared, i18n.language],
  )
  const open = ({ id, household_id }: DeclaredRow) => {
    memory.row = id
    const member = of === 'member' ? { tab: 'members' as const, member: id } : {}
    void navigate({
      to: '/households/$id',
      params: { id: household_id },
      search: { ...member, ...(search.at && { at: search.at }) },
    })
  }
  const options = rest.villages.map((row) => ({ value: row.village_id, label: row.village }))
  const tabs = (
    <>
      <Segmented<Behind>
        aria-label={t('indicators.which')}
        value={which}
        options={BEHIND.map((value) => ({ value, label: t(`indicators.behind.${value}`) }))}
        onChange={(next) => rest.onSearch({ which: next, page: undefined })}
      />
      <span className="sub num" role="status">
        {query.data ? t(nounOf(indicator), { n: count(query.data.total) }) : null}
      </span>
    </>
  )
  return (
    <DataList
      id={`indicator:${slug}`}
      label={t('indicators.list_of', { title, which: t(`indicators.behind.${which}`) })}
      columns={columns}
      rowId={idOf}
      query={query}
      search={{ ...search }}
      onSearch={rest.onSearch}
      tools={tabs}
      filters={[{ key: 'village', label: t('declared.village'), kind: 'choice', options }]}
      empty={<Empty text={t(`indicators.empty.${which}`)} />}
      startAt={memory.row}
      {...(me.permissions.includes('households:read') && { onOpen: open })}
    />
  )
}
