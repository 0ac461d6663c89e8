import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'

export interface DemoAccount {
  username: string
  password: string
  title: string
}

/** The demo accounts as the backend printed them when it started: name, password, role · place. */
export function demoAccounts(): DemoAccount[] {
  const log = readFileSync(path.join(process.env.E2E_DATA_DIR ?? '', 'console.log'), 'utf8')
  return log.split('\n').flatMap((line) => {
    const found = /^ {4}(\S+) +(\S+) +(\S.* · .*)$/.exec(line)
    return found
      ? [{ username: found[1] ?? '', password: found[2] ?? '', title: found[3] ?? '' }]
      : []
  })
}

export function demoAccount(username: string): DemoAccount {
  const found = demoAccounts().find((account) => account.username === username)
  if (!found) throw new Error(`no demo account ${username} on the backend's console`)
  return found
}

/** Fills in the login form of the page one is on. */
export async function fillLogin(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

export async function logIn(page: Page, username: string): Promise<void> {
  const { password } = demoAccount(username)
  await page.goto('/login')
  await fillLogin(page, username, password)
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}
