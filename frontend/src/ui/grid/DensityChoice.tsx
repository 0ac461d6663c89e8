import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Density } from './columns'

const DENSITIES: readonly Density[] = ['compact', 'middle', 'loose']

interface Props {
  value: Density
  onChange: (density: Density) => void
}

/** How much air the rows have. */
export function DensityChoice({ value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Segmented<Density>
      aria-label={t('ui.grid.density')}
      value={value}
      options={DENSITIES.map((each) => ({ value: each, label: t(`ui.grid.${each}`) }))}
      onChange={onChange}
    />
  )
}
