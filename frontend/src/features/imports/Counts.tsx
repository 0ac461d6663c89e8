import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'
import type { PartProps } from './part'
import type { Action } from './search'
import { SEVERITIES } from './search'

const KEYS: Record<Action, string> = {
  new: 'new',
  changed: 'changed',
  same: 'same',
  held: 'held',
  missing: 'missing',
  'out-of-scope': 'out_of_scope',
  merged: 'merged',
}
/** Shown before the merge even when they are none; the others when there is something. */
const ALWAYS: readonly Action[] = ['new', 'changed', 'same', 'held', 'missing']
const PLURAL = { error: 'errors', warning: 'warnings', normalised: 'normalised' } as const

/** Households by what becomes of them, findings by weight; each number opens its rows. */
export function Counts({ batch, search, onSearch }: PartProps) {
  const { t } = useTranslation()
  const { counts } = batch
  const actions = (['merged', ...ALWAYS, 'out-of-scope'] as const).filter(
    (action) => (batch.state !== 'merged' && ALWAYS.includes(action)) || counts[KEYS[action]],
  )
  const clear = { rule: undefined, sheet: undefined, page_size: undefined }
  return (
    <ul className="import-counts" aria-label={t('imports.summary')}>
      {actions.map((action) => (
        <Count
          key={action}
          label={t(`imports.actions.${action}`)}
          n={counts[KEYS[action]] ?? 0}
          on={search.part === 'records' && search.action === action}
          onClick={() => onSearch({ part: 'records', action, ...clear })}
        />
      ))}
      {SEVERITIES.map((severity) => (
        <Count
          key={severity}
          label={t(`imports.severities.${severity}`)}
          n={counts[PLURAL[severity]] ?? 0}
          on={search.part === 'findings' && search.severity === severity}
          onClick={() => onSearch({ part: 'findings', severity, ...clear })}
        />
      ))}
    </ul>
  )
}

interface CountProps {
  label: string
  n: number
  on: boolean
  onClick: () => void
}

function Count({ label, n, on, onClick }: CountProps) {
  return (
    <li className="surface">
      <button type="button" className="import-count" aria-pressed={on} onClick={onClick}>
        <span className="sub">{label}</span>
        <b className="num">{count(n)}</b>
      </button>
    </li>
  )
}
