import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'
import { isEmpty, NOTHING, type Selection } from '../grid/selection'

interface Props {
  selection: Selection
  total: number
  onSelection: (selection: Selection) => void
  children?: ReactNode
}

/** What is selected, what can be done with it, and "all that match" as one choice. */
export function SelectionBar({ selection, total, onSelection, children }: Props) {
  const { t } = useTranslation()
  if (isEmpty(selection)) return null
  const many = selection.all ? total : selection.ids.size
  return (
    <div className="selection" role="status">
      <b className="num">{t('ui.list.selected', { n: count(many) })}</b>
      {selection.all || many >= total ? null : (
        <Button size="small" type="link" onClick={() => onSelection({ all: true, ids: new Set() })}>
          {t('ui.list.selectAll', { n: count(total) })}
        </Button>
      )}
      {children}
      <Button size="small" type="link" onClick={() => onSelection(NOTHING)}>
        {t('ui.list.clear')}
      </Button>
    </div>
  )
}
