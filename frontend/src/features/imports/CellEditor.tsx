import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellFinding, SheetColumn } from '@/api/gen/types.gen'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { correctCell, useStep } from './queries'
import { Severity } from './words'

interface Props {
  batchId: string
  sheet: number
  row: number
  column: SheetColumn
  text: string
  findings: readonly CellFinding[]
  onClose: () => void
}

/** What is wrong and another text for it; Enter saves, Esc leaves the cell as it was. */
export function CellEditor({ batchId, sheet, row, column, text, findings, onClose }: Props) {
  const { t } = useTranslation()
  // A masked text is not the value: it must be written whole or left alone.
  const masked = text.includes('*')
  const [value, setValue] = useState(masked ? '' : text)
  const { mutate, isPending, error } = useStep(
    () => correctCell(batchId, row, { sheet, column_index: column.index, value: value.trim() }),
    onClose,
  )
  const unchanged = value === (masked ? '' : text)
  const save = () => {
    if (!unchanged && !isPending) mutate(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="cell-editor">
      {findings.map(({ rule, severity, message }) => (
        <p key={`${rule} ${message}`}>
          <Severity severity={severity} /> {message}
        </p>
      ))}
      <FormErrors lines={error ? [problemText(error)] : []} />
      <Input
        autoFocus
        aria-label={t('imports.newValue', { column: column.heading, n: row })}
        placeholder={masked ? t('imports.writeWhole', { text }) : ''}
        maxLength={500}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="row">
        <Button
          size="small"
          color="primary"
          variant="solid"
          loading={isPending}
          disabled={unchanged}
          onClick={save}
        >
          {t('imports.correct')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </span>
    </div>
  )
}
