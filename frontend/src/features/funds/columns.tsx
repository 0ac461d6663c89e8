import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { CountedPersonOut, FundPlanOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Cell, type Kind, type Value } from '@/ui/Cell'
import type { GridColumn } from '@/ui/grid/columns'
import { StatusWord } from '@/ui/StatusWord'

const cell = (kind: Kind, value: Value) => <Cell fact={{ kind }} value={value} />

export const planColumns = (t: TFunction): GridColumn<FundPlanOut>[] => [
  {
    id: 'title',
    title: t('funds.name'),
    width: 280,
    pinned: true,
    cell: ({ id, title }) => (
      <Link to="/fund-plans/$planId" params={{ planId: id }}>
        <b>{title}</b>
      </Link>
    ),
  },
  {
    id: 'state',
    title: t('funds.state'),
    width: 100,
    cell: ({ state, state_title }) => <StatusWord status={state}>{state_title}</StatusWord>,
  },
  {
    id: 'years',
    title: t('funds.years'),
    width: 120,
    cell: ({ start_year, end_year }) => (
      <span className="num">{t('funds.yearsOf', { from: start_year, to: end_year })}</span>
    ),
  },
  {
    id: 'snapshot_on',
    title: t('funds.snapshot'),
    width: 120,
    cell: ({ snapshot_on }) => cell('date', snapshot_on),
  },
  {
    id: 'heads',
    title: t('funds.heads'),
    width: 110,
    align: 'right',
    cell: ({ heads }) => cell('count', heads),
  },
  {
    id: 'total_fen',
    title: t('funds.totalYuan'),
    width: 150,
    align: 'right',
    cell: ({ total_fen }) => cell('money', total_fen),
  },
  {
    id: 'counting_basis',
    title: t('funds.counting'),
    width: 180,
    cell: ({ counting_basis_title }) => counting_basis_title,
  },
  {
    id: 'counts_weak',
    title: t('funds.weak'),
    width: 120,
    cell: ({ counts_weak }) => t(counts_weak ? 'funds.weakIn' : 'funds.weakOut'),
  },
  {
    id: 'document_number',
    title: t('funds.document'),
    width: 170,
    cell: ({ document_number }) => cell('text', document_number),
  },
  {
    id: 'decided_on',
    title: t('funds.decidedOn'),
    width: 110,
    cell: ({ decided_on }) => cell('date', decided_on),
  },
  {
    id: 'village_count',
    title: t('funds.villages'),
    width: 80,
    align: 'right',
    cell: ({ village_count }) => cell('count', village_count),
  },
  {
    id: 'made',
    title: t('funds.made'),
    width: 220,
    cell: ({ made_name, made_at }) => (
      <>
        {made_name} <span className="sub num">{instant(made_at)}</span>
      </>
    ),
  },
]

export const peopleColumns = (t: TFunction): GridColumn<CountedPersonOut>[] => [
  { id: 'name', title: t('funds.people.name'), width: 140, pinned: true, cell: ({ name }) => name },
  { id: 'village', title: t('funds.village'), width: 160, cell: ({ village }) => village },
  {
    id: 'household_no',
    title: t('funds.people.household'),
    width: 180,
    cell: ({ household_no }) => <span className="mono">{household_no}</span>,
  },
  {
    id: 'id_number_masked',
    title: t('funds.people.idNumber'),
    width: 200,
    cell: ({ id_number_masked }) => cell('masked', id_number_masked),
  },
  {
    id: 'is_able',
    title: t('funds.people.able'),
    width: 110,
    cell: ({ is_able }) => cell('flag', is_able),
  },
  {
    id: 'is_weak',
    title: t('funds.people.weak'),
    width: 130,
    cell: ({ is_weak }) => cell('flag', is_weak),
  },
]
