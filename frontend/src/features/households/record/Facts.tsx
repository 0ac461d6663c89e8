import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { VersionOut } from '@/api/gen/types.gen'
import { Cell, type Value } from '@/ui/Cell'
import { type Described, Descriptions } from '@/ui/Descriptions'
import { Masked } from '@/ui/Masked'
import type { Field } from '../fields'
import { type Group, grouped } from '../groups'
import { originOf, sourceWord, usual } from './versions'

export interface Traced {
  facts: object
  since: Readonly<Record<string, number>>
  versions: readonly VersionOut[]
}
interface Props {
  section: 'household' | 'living' | 'member'
  fields: readonly Field[]
  traced: Traced
  /** Shows a protected value in clear; absent where the person may not. */
  onReveal?: ((slug: string, reason: string) => Promise<string>) | undefined
  first?: readonly Described[]
}

/** Every fact of a record under its heading, unknown ones too: a gap is to be seen. */
export function Facts({ section, fields, traced, onReveal, first = [] }: Props) {
  const { t } = useTranslation()
  const common = usual(
    traced,
    fields.map(({ slug }) => slug),
  )
  const groups = grouped(section, fields)
  return (
    <>
      {groups.map((group, index) => (
        <section key={group.name} className="fact-group">
          <h3>{t(`households.groups.${group.name}`)}</h3>
          <Descriptions
            items={[...(index === 0 ? first : []), ...describe(t, group, traced, common, onReveal)]}
          />
        </section>
      ))}
      {common ? (
        <p className="sub origin">
          {t('households.mostly', {
            day: common.valid_from,
            source: sourceWord(t, common.source),
            who: common.actor_name,
          })}
        </p>
      ) : null}
    </>
  )
}

function describe(
  t: TFunction,
  group: Group,
  traced: Traced,
  common: VersionOut | undefined,
  onReveal: Props['onReveal'],
): Described[] {
  const values = traced.facts as Readonly<Record<string, Value>>
  return group.fields.map((field): Described => {
    const { slug, title, fact } = field
    const value = values[slug]
    const origin = originOf(traced, slug)
    const own = value !== null && value !== undefined && origin && origin !== common
    return {
      key: slug,
      label: title,
      wide: slug === 'remark',
      value:
        fact.kind === 'masked' && value ? (
          <Masked
            value={String(value)}
            label={title}
            {...(onReveal && { onReveal: (reason: string) => onReveal(slug, reason) })}
          />
        ) : (
          <Cell fact={fact} value={value} />
        ),
      ...(own && {
        since: origin.valid_from,
        source: `${sourceWord(t, origin.source)} · ${origin.actor_name}`,
      }),
    }
  })
}
