/** Permissions and roles in the reader's language; the codes stay behind the screen. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { meQuery } from '@/api/account'
import i18n, { currentLanguage, type TextKey } from '@/lib/i18n'
import { rolesQuery } from './queries'

const said = (key: string, otherwise: string): string =>
  i18n.exists(key) ? i18n.t(key as TextKey) : otherwise

export const nounWord = (noun: string) => said(`accounts.permissions.${noun}.noun`, noun)

export function verbWord(permission: string): string {
  const [noun = '', verb = ''] = permission.split(':')
  return said(`accounts.permissions.${noun}.${verb}`, verb)
}

export interface Granted {
  noun: string
  permissions: string[]
}

/** As the words are listed: by weight of the noun, from reading to deciding. */
function inOrder(permissions: readonly string[]): string[] {
  const words: Record<string, object> = i18n.getResource('zh-CN', 'm', 'accounts.permissions')
  const all = Object.entries(words).flatMap(([noun, verbs]) =>
    Object.keys(verbs).map((verb) => `${noun}:${verb}`),
  )
  const at = new Map(all.map((permission, index) => [permission, index]))
  const placeOf = (permission: string) => at.get(permission) ?? all.length
  return [...permissions].sort((a, b) => placeOf(a) - placeOf(b))
}

/** What belongs to one noun stands together. */
export function byNoun(permissions: readonly string[]): Granted[] {
  const nouns = new Map<string, string[]>()
  for (const permission of inOrder(permissions)) {
    const noun = permission.split(':')[0] ?? ''
    nouns.set(noun, [...(nouns.get(noun) ?? []), permission])
  }
  return [...nouns].map(([noun, some]) => ({ noun, permissions: some }))
}

/** What a role is called; the API says it in both languages. */
export function useRoleTitle(): (role: string) => string {
  const { data } = useQuery(rolesQuery)
  const english = currentLanguage() === 'en'
  const titles = new Map(
    data?.items.map(({ role, title, title_en }) => [role as string, english ? title_en : title]),
  )
  return (role) => titles.get(role) ?? ''
}

export function useMay(permission: string): boolean {
  const { data: me } = useSuspenseQuery(meQuery)
  return me.permissions.includes(permission)
}

/** "农户档案 查看、修改；地区 查看" in one line. */
export const scopesInWords = (scopes: unknown): string =>
  byNoun(scopes as string[])
    .map(({ noun, permissions }) => {
      const verbs = permissions.map(verbWord).join(i18n.t('ui.comma'))
      return `${nounWord(noun)} ${verbs}`
    })
    .join(i18n.t('accounts.semicolon'))
