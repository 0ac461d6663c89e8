import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

/** A picture to look at, only when asked for: E2E_PICTURES=folder npm run e2e. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' })
}
