import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsQuery } from './queries'

/** The words of a fact's codes, in the order of its table and the language of the page. */
export function useWords(slug: string): ReadonlyMap<string, string> {
  const { data } = useQuery(fieldsQuery)
  const { i18n } = useTranslation()
  const english = i18n.language === 'en'
  return useMemo(() => {
    const name = data?.fields.find((field) => field.slug === slug)?.table
    const table = data?.tables.find((one) => one.slug === name)
    const codes = table?.codes ?? []
    return new Map(codes.map(({ code, title, title_en }) => [code, english ? title_en : title]))
  }, [data, slug, english])
}
