/** The facts as the API declares them: titles, kinds, codes; in the language of the page. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeOut, FieldOut, FieldsOut } from '@/api/gen/types.gen'
import type { Fact, Kind } from '@/ui/Cell'
import { fieldsQuery } from './queries'

export type Section = FieldOut['section']
export interface Option {
  value: string
  label: string
}
export interface Field extends FieldOut {
  /** As cells want it. */
  fact: Fact
  options: readonly Option[]
  /** The table's codes come by a request of their own. */
  isLarge: boolean
}
export interface Fields {
  find: (slug: string) => Field | undefined
  /** A field that must be there: the vocabulary and this page go together. */
  get: (slug: string) => Field
  section: (name: Section) => readonly Field[]
}

const KINDS: Partial<Record<FieldOut['kind'], Kind>> = { decimal: 'area' }

const titleIn = (english: boolean) => (code: CodeOut) => (english ? code.title_en : code.title)

export function makeFields({ fields, tables }: FieldsOut, english: boolean): Fields {
  const title = titleIn(english)
  const byTable = new Map(tables.map((table) => [table.slug, table]))
  const all = fields.map((field): Field => {
    const table = byTable.get(field.table ?? '')
    const options = (table?.codes ?? []).map((one) => ({ value: one.code, label: title(one) }))
    const choices = Object.fromEntries(options.map(({ value, label }) => [value, label]))
    const sealed = field.protection === 'sealed'
    const year = field.slug.endsWith('_year')
    const kind: Kind = sealed
      ? 'masked'
      : year
        ? 'text'
        : (KINDS[field.kind] ?? (field.kind as Kind))
    return {
      ...field,
      options,
      isLarge: table?.is_large ?? false,
      fact: { kind, unit: field.unit, choices },
    }
  })
  const bySlug = new Map(all.map((field) => [field.slug, field]))
  return {
    find: (slug) => bySlug.get(slug),
    get: (slug) => {
      const field = bySlug.get(slug)
      if (!field) throw new Error(`no fact ${slug}`)
      return field
    },
    section: (name) => all.filter(({ section }) => section === name),
  }
}

export function useFields(): Fields {
  const { data } = useSuspenseQuery(fieldsQuery)
  const { i18n } = useTranslation()
  return useMemo(() => makeFields(data, i18n.language === 'en'), [data, i18n.language])
}

export const wordOf = (field: Field, code: string | null | undefined): string =>
  code ? (field.fact.choices?.[code] ?? code) : ''
