/** One input a kind of fact; each takes what Form.Item hands down, the ref included. */
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '@/lib/i18n'
import { tableQuery } from '../queries'

interface Given<T> {
  id?: string
  value?: T | null
  onChange?: (value: T | null | undefined) => void
  'aria-label'?: string
}

/** Yes, no, or not known: the third is a value of its own. */
export function FlagInput({ value, onChange, ...rest }: Given<boolean>) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      {...rest}
      optionType="button"
      value={value ?? 'unset'}
      options={[
        { value: true, label: t('ui.yes') },
        { value: false, label: t('ui.no') },
        { value: 'unset', label: t('households.edit.unset') },
      ]}
      onChange={({ target }) => onChange?.(target.value === 'unset' ? null : target.value)}
    />
  )
}

interface Sealed extends Given<string> {
  mask: string
  /** It may be replaced but not be empty. */
  keeps: boolean
}
/** A protected value: nothing typed keeps it, the button empties it. */
export function SealedInput({ mask, keeps, value, onChange, ...rest }: Sealed) {
  const { t } = useTranslation()
  const emptied = value === null
  const hint = emptied ? t('households.edit.cleared') : t('households.edit.keep', { mask })
  return (
    <Input
      {...rest}
      autoComplete="off"
      maxLength={40}
      value={value ?? ''}
      placeholder={mask ? hint : ''}
      onChange={(event) => onChange?.(event.target.value || undefined)}
      // Always there, empty or not: an input whose suffix comes and goes loses the focus.
      suffix={
        <span>
          {mask && !keeps && !value ? (
            <Button size="small" type="link" onClick={() => onChange?.(emptied ? undefined : null)}>
              {t(emptied ? 'households.edit.undo' : 'households.edit.clear')}
            </Button>
          ) : null}
        </span>
      }
    />
  )
}

const STEPS: Readonly<Record<string, { keep: number; above?: string }>> = {
  work_province: { keep: 2 },
  work_city: { keep: 4, above: 'work_province' },
  work_county: { keep: 6, above: 'work_city' },
}

/** Province, city, county: each offers what lies in the one above. */
export function DivisionInput({
  slug,
  table,
  base,
  value,
  onChange,
  ...rest
}: Given<string> & { slug: string; table: string; base: readonly (string | number)[] }) {
  const { data, isPending } = useQuery(tableQuery(table))
  const { keep, above } = STEPS[slug] ?? { keep: 6 }
  const upper = Form.useWatch([...base, above ?? slug]) as string | undefined
  const start = above && upper ? upper.slice(0, keep - 2) : ''
  const zeros = '0'.repeat(6 - keep)
  const options = (data?.codes ?? [])
    .filter(({ code }) => code.endsWith(zeros) && code.startsWith(start))
    .filter(({ code }) => keep === 2 || code.slice(keep - 2, keep) !== '00')
    .map(({ code, title, title_en }) => ({
      value: code,
      label: currentLanguage() === 'en' ? title_en : title,
    }))
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      value={value ?? null}
      options={options}
      onChange={(next: string | null | undefined) => onChange?.(next ?? null)}
    />
  )
}
