import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { demoAccount, logIn } from './people'
import { screenshot } from './screenshot'

// Whole stories take longer than one look at a page.
test.describe.configure({ timeout: 90_000 })

test('the journal: filtered by address, an entry beside the list, before and after', async ({
  page,
}) => {
  await logIn(page, 'demo-audit-admin')
  await page.goto('/audit')
  const grid = page.getByRole('grid', { name: '操作日志' })
  await expect(grid.getByText('登录', { exact: true }).first()).toBeVisible()
  await screenshot(page, 'journal')
  await expectAccessible(page)
  await page.goto('/audit?action=account.create')
  await expect(page.getByText('动作：账号 · 新建')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const entry = page.getByRole('dialog')
  await expect(entry.getByRole('row', { name: /角色和任职地点/ })).toBeVisible()
  await screenshot(page, 'journal-entry')
  const number = entry.locator('dl > div').filter({ hasText: '序号' })
  const first = await number.textContent()
  await entry.getByRole('button', { name: '较早的一条' }).click()
  await expect(number).not.toHaveText(first ?? '')
  await page.keyboard.press('Escape')
  await expect(entry).toBeHidden()
  await page.goto('/audit?from=2010-01-01&to=2010-01-02')
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
})

test('the head is exported and proves the journal; a false one is named', async ({ page }) => {
  await logIn(page, 'demo-audit-admin')
  await page.goto('/audit/proof')
  const hash = (await page.locator('dd .mono').first().textContent()) ?? ''
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出链头' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^操作日志链头-\d+\.txt$/)
  const sheet = readFileSync(await file.path(), 'utf8')
  const kept = /条数：(\d+)\n摘要（SHA-256）：([0-9a-f]{64})/.exec(sheet)
  await page.getByLabel('保存的条数').fill(kept?.[1] ?? '')
  await page.getByLabel('保存的摘要').fill(kept?.[2] ?? '')
  await page.getByRole('button', { name: '核对日志' }).click()
  await expect(page.getByText(/日志完整/)).toBeVisible()
  await screenshot(page, 'proof')
  await expectAccessible(page)
  await page.getByLabel('保存的摘要').fill('0'.repeat(64))
  await page.getByRole('button', { name: '核对日志' }).click()
  await expect(page.getByText(/与保存的链头不符/)).toBeVisible()
  await page.getByLabel('保存的条数').fill('')
  await page.getByRole('button', { name: '核对日志' }).click()
  await expect(page.getByText('条数和摘要要么都填，要么都不填').first()).toBeVisible()
})

/** Somebody of the town sees one household's protected value; the answer says of which. */
async function reveal(request: APIRequestContext, reason: string): Promise<string> {
  const { username, password } = demoAccount('demo-town')
  const answer = await request.post('/api/v1/auth/login', { data: { username, password } })
  const { access_token } = (await answer.json()) as { access_token: string }
  const headers = { Authorization: `Bearer ${access_token}` }
  const list = await request.get('/api/v1/households?page_size=50', { headers })
  const { items } = (await list.json()) as { items: { id: string; household_no: string }[] }
  for (const { id, household_no } of items) {
    const data = { fields: ['contact_phone', 'bank_account'], reason }
    const seen = await request.post(`/api/v1/households/${id}/reveal`, { headers, data })
    if (seen.ok()) return household_no
  }
  throw new Error('no household of the town has a protected value')
}

test('the access log says who read what in clear and why', async ({
  page,
  playwright,
  baseURL,
}) => {
  const request = await playwright.request.newContext(baseURL ? { baseURL } : {})
  const number = await reveal(request, '核对发放账户')
  await request.dispose()
  await logIn(page, 'demo-audit-admin')
  await page.goto('/access-log')
  const row = page.getByRole('row', { name: new RegExp(number) }).first()
  await expect(row).toContainText('林东山')
  await expect(row).toContainText('核对发放账户')
  await screenshot(page, 'access-log')
  await expectAccessible(page)
  await row.getByRole('button').click()
  await expect(page.getByRole('row', { name: /查看的项目/ })).toContainText('银行')
  await expect(page.getByRole('dialog')).not.toContainText('bank_account')
  await screenshot(page, 'access-entry')
})
