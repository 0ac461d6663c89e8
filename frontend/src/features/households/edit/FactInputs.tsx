import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../fields'
import { grouped } from '../groups'
import { FactField, type FactFieldProps } from './FactField'

interface Props extends Pick<FactFieldProps, 'schema' | 'base' | 'within'> {
  section: 'household' | 'living' | 'member'
  fields: readonly Field[]
  /** Asked first; the rest waits behind "more". Empty shows everything. */
  first: readonly string[]
  masks?: Readonly<Record<string, unknown>>
  without?: Readonly<Record<string, readonly string[]>>
  /** The server found something: it may be in the part that is folded. */
  open?: boolean
}

/** Few fields first, the rest under their headings behind one click. */
export function FactInputs({ section, fields, first, masks = {}, without = {}, ...rest }: Props) {
  const { t } = useTranslation()
  const { open: forced = false, ...where } = rest
  const [unfolded, setUnfolded] = useState(false)
  const open = forced || unfolded
  const draw = (field: Field) => (
    <FactField
      key={field.slug}
      field={field}
      {...where}
      required={field.is_required && masks[field.slug] === undefined}
      mask={String(masks[field.slug] ?? '')}
      {...(without[field.slug] && { without: without[field.slug] })}
    />
  )
  const top = first.flatMap((slug) => fields.find((field) => field.slug === slug) ?? [])
  const others = fields.filter(({ slug }) => !first.includes(slug))
  const groups = grouped(section, others)
  const below = groups.map(({ name, fields: some }) => (
    <section key={name} className="fact-group">
      <h3>{t(`households.groups.${name}`)}</h3>
      <div className="fields">{some.map(draw)}</div>
    </section>
  ))
  if (top.length === 0) return <>{below}</>
  return (
    <>
      <div className="fields">{top.map(draw)}</div>
      {others.length ? (
        <details
          className="more"
          open={open}
          onToggle={(event) => setUnfolded(event.currentTarget.open)}
        >
          <summary>
            {open ? t('households.edit.less') : t('households.edit.more', { n: others.length })}
          </summary>
          {below}
        </details>
      ) : null}
    </>
  )
}
