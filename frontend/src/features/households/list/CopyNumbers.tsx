import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { listHouseholds } from '@/api/gen/sdk.gen'
import type { HouseholdItem, HouseholdList, ListHouseholdsData } from '@/api/gen/types.gen'
import { copyText } from '@/lib/copyText'
import type { Selection } from '@/ui/grid/selection'
import { problemText } from '@/ui/problem'
import { toQuery } from '../search'

const STRETCH = 1000

interface Props {
  selection: Selection
  rows: readonly HouseholdItem[]
  place: string | undefined
}

/** The numbers of what is selected, one a line, to paste elsewhere: of all pages if asked. */
export function CopyNumbers({ selection, rows, place }: Props) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/households' })
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => {
      const numbers = selection.all ? await everyNumber() : chosen()
      await copyText(numbers.join('\n'))
      return numbers.length
    },
  })
  const chosen = () =>
    rows.flatMap(({ id, household_no }) => (selection.ids.has(id) ? [household_no] : []))
  const everyNumber = async () => {
    const { page: _p, page_size: _s, ...query } = toQuery(search, place)
    const numbers: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const at: NonNullable<ListHouseholdsData['query']> = {
        ...query,
        limit: STRETCH,
        ...(cursor && { cursor }),
      }
      const some: HouseholdList = (await listHouseholds({ query: at, throwOnError: true })).data
      numbers.push(...some.items.map(({ household_no }) => household_no))
      cursor = some.next_cursor
    }
    return numbers
  }
  return (
    <>
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {t('households.copyNumbers')}
      </Button>
      {data ? <span>{t('households.copiedNumbers', { n: data })}</span> : null}
      {error ? <span role="alert">{problemText(error)}</span> : null}
    </>
  )
}
