import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RegisterDetailOut, VillageCountOut } from '@/api/gen/types.gen'
import { DeclaredList } from '@/ui/list/DeclaredList'
import { rowsQuery } from './queries'
import type { RegisterSearch } from './search'

interface Props {
  register: RegisterDetailOut
  search: RegisterSearch
  place: string | undefined
  villages: readonly VillageCountOut[]
  onSearch: (patch: Record<string, unknown>) => void
}

/** Who stands in the register, or whose record is too thin to tell. */
export function RegisterRows({ register, search, place, villages, onSearch }: Props) {
  const { t } = useTranslation()
  const query = useQuery(rowsQuery(register.slug, search, place))
  return (
    <DeclaredList
      id={`register:${register.slug}`}
      label={register.title}
      of={register.of}
      columns={register.columns}
      words={query.data?.words}
      query={query}
      search={search}
      onSearch={onSearch}
      villages={villages}
      note={search.which ? t('registers.unknownNote') : null}
      empty={t('registers.empty')}
    />
  )
}
