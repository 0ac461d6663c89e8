import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingOut } from '@/api/gen/types.gen'
import { Empty } from '@/ui/Empty'
import { DataList } from '@/ui/list/DataList'
import { findingColumns } from './columns'
import type { PartProps } from './part'
import { findingsQuery } from './queries'
import { SEVERITIES } from './search'
import { ruleTitle } from './words'

const idOf = (one: FindingOut) =>
  [one.sheet_position, one.row, one.column_index, one.rule, one.message].join(' ')

/** What was found, in the order of the workbook; each opens its household in the sheet. */
export function Findings({ batch, search, onSearch }: PartProps) {
  const { t } = useTranslation()
  const query = useQuery(findingsQuery(batch.id, search))
  const open = ({ rule, sheet_position, row, column_index }: FindingOut) =>
    onSearch({
      part: 'rows',
      rule,
      sheet: sheet_position,
      severity: undefined,
      page_size: undefined,
      row,
      column: column_index < 0 ? undefined : column_index,
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening only reads what it is given
  const columns = useMemo(
    () => findingColumns(t, (rule) => ruleTitle(batch, rule), open),
    [t, batch.kinds],
  )
  const sheets = batch.sheets.filter(({ kind }) => kind !== 'notes')
  const rules = [...new Set(batch.kinds.map(({ rule }) => rule))]
  const { part: _part, action: _action, row: _row, column: _column, ...shown } = search
  return (
    <DataList
      id="import-findings"
      label={t('imports.parts.findings')}
      columns={columns}
      rowId={idOf}
      query={query}
      search={{ ...shown, ...(shown.sheet !== undefined && { sheet: String(shown.sheet) }) }}
      onSearch={({ sheet, ...patch }) =>
        onSearch({ ...patch, ...(sheet !== undefined && { sheet: Number(sheet) }) })
      }
      filters={[
        {
          key: 'severity',
          label: t('imports.severity'),
          kind: 'choice',
          options: SEVERITIES.map((value) => ({ value, label: t(`imports.severities.${value}`) })),
        },
        {
          key: 'rule',
          label: t('imports.rule'),
          kind: 'choice',
          options: rules.map((value) => ({ value, label: ruleTitle(batch, value) })),
        },
        {
          key: 'sheet',
          label: t('imports.sheet'),
          kind: 'choice',
          options: sheets.map(({ position, name }) => ({ value: String(position), label: name })),
        },
      ]}
      onOpen={open}
      empty={<Empty text={t('imports.noFindings')} />}
    />
  )
}
