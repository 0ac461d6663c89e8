import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Me } from '@/api/account'
import { router } from '@/app/router'
import { may } from '@/app/table'
import en from '@/locales/en'
import zh from '@/locales/zh-CN'

const me = { permissions: ['households:read'] } as Me

test('access: none needed, one of several, and no', () => {
  expect(may(me, undefined)).toBe(true)
  expect(may(me, 'households:read')).toBe(true)
  expect(may(me, ['funds:read', 'households:read'])).toBe(true)
  expect(may(me, 'funds:read')).toBe(false)
  expect(may(me, [])).toBe(false)
})

test('every page has a title, and every parent is a page', () => {
  const pages = Object.values(router.routesById).filter(({ options }) => 'path' in options)
  const paths = pages.map(({ fullPath }) => fullPath as string)
  for (const { options } of pages) {
    expect(options.staticData?.title).toBeTruthy()
    const parent = options.staticData?.parent
    if (parent) expect(paths).toContain(parent)
  }
})

const leaves = (tree: object, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`, value]] : leaves(value, `${at}${key}.`),
  )
const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()

test('both languages fill the same holes, and no text is empty', () => {
  const english = new Map(leaves(en))
  for (const [key, text] of leaves(zh)) {
    expect(text.trim(), key).not.toBe('')
    expect(holes(english.get(key) ?? ''), key).toEqual(holes(text))
  }
})

// What people type has to be understood, whatever the language on screen.
const READS_CHINESE = ['src/lib/money.ts']

test('Chinese stands in the locales only', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^(locales|api.gen)/.test(file))
    .map((file) => path.join('src', file))
  const spoken = files.filter((file) => {
    const code = readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
    return /[\u4e00-\u9fff]/.test(code)
  })
  expect(spoken).toEqual(READS_CHINESE)
})
