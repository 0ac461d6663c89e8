import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { type Me, placesQuery } from '@/api/account'
import { currentLanguage, speak } from '@/lib/i18n'
import { may, type Page, usePages } from '../table'
import { peopleQuery } from './people'

export interface Entry {
  key: string
  kind: 'pages' | 'places' | 'people' | 'actions'
  title: string
  note: string
  act: () => void
}
const MOST = 8

function usePageEntries(me: Me): Entry[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const reachable = ({ path, group, permission }: Page) =>
    group !== undefined && !path.includes('$') && may(me, permission)
  return usePages()
    .filter(reachable)
    .map(({ path, title, group }) => ({
      key: path,
      kind: 'pages' as const,
      title: t(title),
      note: group ? t(`app.groups.${group}`) : '',
      act: () => void navigate({ to: path as '/' }),
    }))
}

function usePlaceEntries(onPlace: (id: string) => void): Entry[] {
  const { data: places = [] } = useQuery(placesQuery)
  const names = new Map(places.map(({ id, name }) => [id, name]))
  return places.map(({ id, name, parent_id }) => ({
    key: id,
    kind: 'places' as const,
    title: name,
    note: names.get(parent_id ?? '') ?? '',
    act: () => onPlace(id),
  }))
}

function usePeopleEntries(me: Me, text: string): Entry[] {
  const navigate = useNavigate()
  const asked = useDeferredValue(text.trim())
  const { data = [] } = useQuery({
    ...peopleQuery(asked),
    enabled: asked.length > 1 && may(me, 'households:read'),
    placeholderData: keepPreviousData,
  })
  if (asked.length < 2) return []
  return data.map(({ key, title, note, household_id }) => ({
    key,
    kind: 'people' as const,
    title,
    note,
    act: () => void navigate({ to: `/households/${household_id}` as '/' }),
  }))
}

/** What answers the text, people first once there is one; without a text the pages. */
export function useEntries(me: Me, text: string, onPlace: (id: string) => void): Entry[] {
  const { t } = useTranslation()
  const wanted = text.trim().toLowerCase()
  const has = ({ title }: Entry) => title.toLowerCase().includes(wanted)
  const pages = usePageEntries(me).filter(has)
  const places = usePlaceEntries(onPlace).filter((entry) => wanted !== '' && has(entry))
  const people = usePeopleEntries(me, text)
  const other = currentLanguage() === 'en' ? 'zh-CN' : 'en'
  const language: Entry = {
    key: 'language',
    kind: 'actions',
    title: t('app.language'),
    note: '',
    act: () => void speak(other),
  }
  return [people, places, pages, [language].filter(has)].flatMap((some) => some.slice(0, MOST * 2))
}
