import { useTranslation } from 'react-i18next'
import type { FigureOut, ParameterOut } from '@/api/gen/types.gen'
import { Cell } from '@/ui/Cell'

export type FigureIs = FigureOut['value']

interface Props {
  parameter: Pick<ParameterOut, 'kind' | 'unit' | 'parts' | 'choices'>
  value: FigureIs | null | undefined
}

/** A figure as people read it, by its kind; a split as its tiers with their weights. */
export function FigureValue({ parameter, value }: Props) {
  const { t } = useTranslation()
  const { kind, unit, parts, choices } = parameter
  if (value === null || value === undefined) return <span className="sub">{t('figures.none')}</span>
  if (Array.isArray(value))
    return (
      <span className="split">
        {parts.map(({ slug, title }, index) => (
          <span key={slug}>
            {title} <b className="num">{value[index]}</b>
          </span>
        ))}
      </span>
    )
  if (kind === 'split') return null
  return (
    <>
      <Cell fact={{ kind, choices }} value={value} />
      {kind === 'money' || kind === 'count' ? <span className="sub"> {unit}</span> : null}
    </>
  )
}
