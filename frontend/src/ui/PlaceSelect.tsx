import { useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { useMemo } from 'react'
import { type PlaceKind, placesQuery } from '@/api/account'
import { inTreeOrder } from '@/lib/tree'

export interface PlaceSelectProps
  extends Pick<SelectProps, 'id' | 'className' | 'variant' | 'placeholder' | 'disabled' | 'size'> {
  'aria-label'?: string
  value?: string | null
  onChange?: (id: string | null) => void
  /** Only these can be chosen; the others stay as headings. */
  kinds?: readonly PlaceKind[]
}

const DEPTHS = ['place-0', 'place-1', 'place-2', 'place-3', 'place-4']

/** A place of one's own area; typing a part of its name finds it. */
export function PlaceSelect({ value, onChange, kinds, className, ...rest }: PlaceSelectProps) {
  const { data: places, isPending } = useQuery(placesQuery)
  const options = useMemo(
    () =>
      inTreeOrder(places ?? []).map(({ item: place, depth }) => ({
        value: place.id,
        label: place.name,
        className: DEPTHS[Math.min(depth, DEPTHS.length - 1)] ?? '',
        disabled: kinds !== undefined && !kinds.includes(place.kind),
      })),
    [places, kinds],
  )
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      popupMatchSelectWidth={280}
      {...rest}
      className={`place-select ${className ?? ''}`}
      options={options}
      value={value ?? null}
      onChange={(id: string | null | undefined) => onChange?.(id ?? null)}
    />
  )
}
