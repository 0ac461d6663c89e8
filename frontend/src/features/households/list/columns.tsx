/** The columns of the household list and of what a search found. */
import type { TFunction } from 'i18next'
import type { HouseholdItem, SearchHit } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Cell } from '@/ui/Cell'
import type { GridColumn } from '@/ui/grid/columns'
import type { Fields } from '../fields'
import type { usePlaceNames } from '../places'
import { Kind, State } from '../words'

type Places = ReturnType<typeof usePlaceNames>
type Column = GridColumn<HouseholdItem>
const text = { kind: 'text' } as const
const money = { kind: 'money' } as const
const count = { kind: 'count' } as const

export function listColumns(t: TFunction, fields: Fields, places: Places): Column[] {
  const titleOf = (slug: string) => fields.get(slug).title
  const coded = (slug: 'main_cause' | 'registration', width: number, hidden = false): Column => ({
    id: slug,
    title: titleOf(slug),
    width,
    sortable: true,
    hidden,
    cell: (row) => <Cell fact={fields.get(slug).fact} value={row[slug]} />,
  })
  return [
    {
      id: 'household_no',
      title: t('households.columns.household_no'),
      width: 150,
      pinned: true,
      sortable: true,
      cell: ({ household_no }) => <span className="mono">{household_no}</span>,
    },
    {
      id: 'head_name',
      title: t('households.columns.head_name'),
      width: 80,
      pinned: true,
      sortable: true,
      cell: ({ head_name }) => (
        <b>
          <Cell fact={text} value={head_name} />
        </b>
      ),
    },
    {
      id: 'place',
      title: t('households.columns.place'),
      width: 184,
      sortable: true,
      cell: ({ village_id, village_name }) => (
        <span title={village_name}>
          {places.above(village_id)} <span className="sub">/ {village_name}</span>
        </span>
      ),
    },
    {
      id: 'hamlet',
      title: t('households.columns.hamlet'),
      width: 110,
      hidden: true,
      cell: ({ hamlet_id }) => <Cell fact={text} value={places.name(hamlet_id)} />,
    },
    {
      id: 'household_kind',
      title: titleOf('household_kind'),
      width: 112,
      sortable: true,
      cell: ({ household_kind }) => <Kind fields={fields} code={household_kind} />,
    },
    {
      id: 'poverty_state',
      title: titleOf('poverty_state'),
      width: 96,
      sortable: true,
      cell: (row) => (
        <State fields={fields} state={row.poverty_state} registration={row.registration} />
      ),
    },
    coded('main_cause', 116),
    {
      id: 'member_count',
      title: t('households.columns.people'),
      width: 98,
      align: 'right',
      sortable: true,
      cell: ({ member_count, able_count }) => (
        <span className="num">
          {member_count} / {able_count}
        </span>
      ),
    },
    {
      id: 'net_income_per_head_fen',
      title: t('households.columns.per_head'),
      width: 144,
      align: 'right',
      sortable: true,
      cell: (row) => <Cell fact={money} value={row.net_income_per_head_fen} />,
    },
    {
      id: 'income_year',
      title: t('households.columns.income_year'),
      width: 80,
      align: 'right',
      cell: ({ income_year }) => <Cell fact={text} value={income_year} />,
    },
    {
      id: 'updated_at',
      title: t('households.columns.updated'),
      width: 106,
      sortable: true,
      cell: ({ updated_at }) => (
        <span className="num sub" title={instant(updated_at)}>
          {instant(updated_at).slice(0, 10)}
        </span>
      ),
    },
    coded('registration', 100, true),
    {
      id: 'net_income_fen',
      title: t('households.columns.net'),
      width: 140,
      align: 'right',
      sortable: true,
      hidden: true,
      cell: (row) => <Cell fact={money} value={row.net_income_fen} />,
    },
    {
      id: 'labour_unknown_count',
      title: t('households.columns.labour_unknown'),
      width: 120,
      align: 'right',
      hidden: true,
      cell: (row) => <Cell fact={count} value={row.labour_unknown_count} />,
    },
    {
      id: 'contact_phone',
      title: titleOf('contact_phone'),
      width: 130,
      hidden: true,
      cell: (row) => <Cell fact={fields.get('contact_phone').fact} value={row.contact_phone} />,
    },
  ]
}

export function foundColumns(
  t: TFunction,
  fields: Fields,
  places: Places,
): GridColumn<SearchHit>[] {
  const fact = (slug: string) => fields.get(slug).fact
  const plain = (id: keyof SearchHit, title: string, width: number): GridColumn<SearchHit> => ({
    id,
    title,
    width,
    cell: (row) => <Cell fact={text} value={row[id]} />,
  })
  return [
    {
      ...plain('name', fields.get('name').title, 110),
      cell: ({ name }) => (
        <b>
          <Cell fact={text} value={name} />
        </b>
      ),
    },
    {
      ...plain('relation', fields.get('relation').title, 110),
      cell: ({ relation }) => <Cell fact={fact('relation')} value={relation} />,
    },
    {
      ...plain('id_number', fields.get('id_number').title, 190),
      cell: ({ id_number }) => <Cell fact={fact('id_number')} value={id_number} />,
    },
    plain('head_name', t('households.columns.head_name'), 100),
    {
      ...plain('household_no', t('households.columns.household_no'), 170),
      cell: ({ household_no }) => <span className="mono">{household_no}</span>,
    },
    {
      ...plain('village_id', t('households.columns.town'), 110),
      cell: ({ village_id }) => <Cell fact={text} value={places.above(village_id)} />,
    },
    plain('village_name', t('households.columns.village'), 130),
    {
      ...plain('poverty_state', fields.get('poverty_state').title, 104),
      cell: (row) => (
        <State fields={fields} state={row.poverty_state} registration={row.registration} />
      ),
    },
    {
      ...plain('matched', t('households.search.matched'), 110),
      cell: ({ matched }) => <span className="sub">{t(`households.search.by.${matched}`)}</span>,
    },
  ]
}
