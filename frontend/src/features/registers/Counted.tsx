import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { count } from '@/lib/money'

interface Props {
  of: string
  counts: { count: number; unknown: number }
  which: 'unknown' | undefined
  onWhich: (patch: { which: 'unknown' | undefined; page: undefined }) => void
}

/** How many stand in it, and apart from them how many cannot be told; each opens its list. */
export function Counted({ of, counts, which, onWhich }: Props) {
  const { t } = useTranslation()
  const noun = of === 'member' ? 'declared.people' : 'declared.households'
  const choices = [
    { value: undefined, label: t('registers.in'), n: counts.count },
    { value: 'unknown' as const, label: t('registers.unknown'), n: counts.unknown },
  ]
  return (
    <fieldset className="which" aria-label={t('registers.which')}>
      {choices.map(({ value, label, n }) => (
        <Button
          key={label}
          size="small"
          type={which === value ? 'primary' : 'default'}
          ghost={which === value}
          aria-pressed={which === value}
          onClick={() => onWhich({ which: value, page: undefined })}
        >
          {label} <b className="num">{t(noun, { n: count(n) })}</b>
        </Button>
      ))}
    </fieldset>
  )
}
