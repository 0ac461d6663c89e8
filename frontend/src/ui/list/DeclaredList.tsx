/** The list of a register or of those behind a figure: columns, kinds and words from the API. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@/api/account'
import type { ColumnOut } from '@/api/gen/types.gen'
import { session } from '@/api/session'
import type { ListSearch } from '@/lib/urlState'
import { Empty } from '../Empty'
import { DataList, type DataListProps } from './DataList'
import { type DeclaredRow, declaredColumns, recordOf, type Words } from './declared'

/** The row one opened, so that one comes back to it. In memory only: it stands for a person. */
const memory: { row: string | undefined } = { row: undefined }
session.onEnd(() => {
  memory.row = undefined
})

const NO_WORDS: Words = {}
const idOf = ({ id }: DeclaredRow) => id

interface Village {
  village_id: string
  village: string
}
interface Props
  extends Pick<
    DataListProps<DeclaredRow>,
    'id' | 'label' | 'query' | 'onSearch' | 'tools' | 'note'
  > {
  of: string
  columns: readonly ColumnOut[]
  words: Words | undefined
  search: ListSearch & { at?: string }
  villages: readonly Village[]
  empty: string
}

export function DeclaredList({ of, columns: declared, search, villages, empty, ...rest }: Props) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { data: me } = useSuspenseQuery(meQuery)
  const mayOpen = me.permissions.includes('households:read')
  const english = i18n.language === 'en'
  const { words = NO_WORDS, ...list } = rest
  const { at } = search
  const columns = useMemo(() => {
    const linked = (row: DeclaredRow, name: ReactNode) => (
      <Link
        {...recordOf(of, row, at)}
        className="subject"
        onClick={() => {
          memory.row = row.id
        }}
      >
        {name}
      </Link>
    )
    return declaredColumns(t, declared, words, english, mayOpen ? linked : undefined)
  }, [t, declared, words, english, mayOpen, of, at])
  const open = (row: DeclaredRow) => {
    memory.row = row.id
    void navigate(recordOf(of, row, at))
  }
  const options = villages.map(({ village_id, village }) => ({ value: village_id, label: village }))
  return (
    <DataList
      {...list}
      columns={columns}
      rowId={idOf}
      search={{ ...search }}
      filters={[{ key: 'village', label: t('declared.village'), kind: 'choice', options }]}
      empty={<Empty text={empty} />}
      startAt={memory.row}
      {...(mayOpen && { onOpen: open })}
    />
  )
}
