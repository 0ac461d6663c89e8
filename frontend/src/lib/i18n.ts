/** What the login page says is part of the first load; the rest comes with the shell. */
import i18n, { type ParseKeys } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Messages } from '@/locales/zh-CN'
import first from '@/locales/zh-CN/first'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'm'
    resources: { m: Messages }
  }
}
/** Every key there is; a wrong one does not compile. */
export type TextKey = ParseKeys
export type Language = 'zh-CN' | 'en'

const REMEMBERED = 'jingzhun:language'

void i18n.use(initReactI18next).init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  defaultNS: 'm',
  resources: { 'zh-CN': { m: first } },
  interpolation: { escapeValue: false },
})

let words: Promise<unknown> | undefined
/** Everything the pages behind the login say; asked for once. */
export function loadWords(): Promise<unknown> {
  words ??= import('@/locales/zh-CN').then(({ default: zh }) =>
    i18n.addResourceBundle('zh-CN', 'm', zh, true, true),
  )
  return words
}

export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'm'))
    i18n.addResourceBundle('en', 'm', (await import('@/locales/en')).default)
  await i18n.changeLanguage(language)
  document.documentElement.lang = language
  localStorage.setItem(REMEMBERED, language)
}

export const rememberedLanguage = (): Language =>
  localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN'

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'zh-CN')
export default i18n
