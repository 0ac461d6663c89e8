import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { FindingOut, ImportOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { Cell } from '@/ui/Cell'
import type { GridColumn } from '@/ui/grid/columns'
import { Severity, State } from './words'

const text = { kind: 'text' } as const
const number = { kind: 'count' } as const
const day = { kind: 'date' } as const

export const batchColumns = (t: TFunction): GridColumn<ImportOut>[] => [
  {
    id: 'file_name',
    title: t('imports.file'),
    width: 260,
    pinned: true,
    cell: ({ id, file_name }) => (
      <Link to="/imports/$batchId" params={{ batchId: id }}>
        {file_name}
      </Link>
    ),
  },
  {
    id: 'state',
    title: t('imports.state'),
    width: 120,
    cell: ({ state }) => <State state={state} />,
  },
  ...(['households', 'members', 'held', 'merged', 'errors', 'warnings'] as const).map(
    (key): GridColumn<ImportOut> => ({
      id: key,
      title: t(`imports.counts.${key}`),
      width: 90,
      align: 'right',
      cell: ({ counts }) => <Cell fact={number} value={counts[key]} />,
    }),
  ),
  {
    id: 'actor',
    title: t('imports.actor'),
    width: 110,
    cell: ({ actor_name }) => <Cell fact={text} value={actor_name} />,
  },
  {
    id: 'made_at',
    title: t('imports.madeAt'),
    width: 150,
    cell: ({ made_at }) => <Cell fact={day} value={instant(made_at)} />,
  },
  {
    id: 'merged_at',
    title: t('imports.mergedAt'),
    width: 150,
    cell: ({ merged_at }) => <Cell fact={day} value={merged_at && instant(merged_at)} />,
  },
]

export const findingColumns = (
  t: TFunction,
  titleOf: (rule: string) => string,
  onOpen: (finding: FindingOut) => void,
): GridColumn<FindingOut>[] => [
  {
    id: 'severity',
    title: t('imports.severity'),
    width: 100,
    pinned: true,
    cell: ({ severity }) => <Severity severity={severity} />,
  },
  {
    id: 'place',
    title: t('imports.where'),
    width: 170,
    cell: (finding) => (
      <button type="button" className="as-link" onClick={() => onOpen(finding)}>
        {t('imports.rowOf', { sheet: finding.sheet, n: finding.row })}
      </button>
    ),
  },
  {
    id: 'column',
    title: t('imports.column'),
    width: 140,
    cell: ({ column }) => <Cell fact={text} value={column} />,
  },
  {
    id: 'message',
    title: t('imports.message'),
    width: 560,
    cell: ({ message }) => <span title={message}>{message}</span>,
  },
  {
    id: 'household_no',
    title: t('imports.householdNo'),
    width: 170,
    cell: ({ household_no }) => <span className="mono">{household_no}</span>,
  },
  {
    id: 'member',
    title: t('imports.member'),
    width: 100,
    cell: ({ member }) => <Cell fact={text} value={member} />,
  },
  {
    id: 'rule',
    title: t('imports.rule'),
    width: 220,
    cell: ({ rule }) => <span title={rule}>{titleOf(rule)}</span>,
  },
]
