import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, violations } from './axe'
import { logIn } from './people'
import { screenshot } from './screenshot'

// One story of three people; each part stands on the one before.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const NAME = `专项扶贫资金方案${Date.now() % 1_000_000}`
const DOCUMENT = '湛开办〔2018〕91号'
const SCAN = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const state = (page: Page) => page.locator('.page-head .status')
const step = (page: Page, name: string) =>
  page.locator('.page-head').getByRole('button', { name, exact: true })
const matrix = (page: Page) => page.getByRole('table', { name: '各村各级金额' })

async function openPlan(page: Page, username: string) {
  await logIn(page, username)
  await page.goto('/fund-plans')
  await page.getByRole('link', { name: NAME }).click()
  await expect(matrix(page)).toBeVisible()
}

/** "1,234.56" as whole fen: sums are compared exactly. */
const fen = (text: string) => Number(text.replace(/[^\d.]/g, '').replace('.', ''))

test('a plan is made, and its matrix adds up in both directions', async ({ page }) => {
  await logIn(page, 'demo-poverty-office')
  await page.goto('/fund-plans')
  await page.getByRole('button', { name: '新建方案' }).first().click()
  const drawer = page.getByRole('dialog', { name: '新建方案' })
  await expect(drawer.getByLabel('起始年度')).toHaveValue('2016')
  await expect(drawer.getByLabel('终止年度')).toHaveValue('2018')
  await screenshot(page, 'fund-plan-new')
  expect(await violations(page)).toEqual([])
  await drawer.getByLabel('名称').fill(NAME)
  await drawer.getByLabel('终止年度').fill('2015')
  await drawer.getByRole('button', { name: '测算' }).click()
  await expect(drawer.getByText('终止年度不能早于起始年度')).toBeVisible()
  await drawer.getByLabel('终止年度').fill('2018')
  await drawer.getByRole('button', { name: '测算' }).click()

  await expect(page).toHaveURL(/fund-plans\/[0-9a-f-]{36}/)
  await expect(state(page)).toHaveText('已测算')
  await expect(step(page, '撤回')).toBeVisible()
  await expect(step(page, '复核通过')).toHaveCount(0)
  await expect(
    page.getByRole('table', { name: '各种口径的人数和总额' }).getByRole('row'),
  ).toHaveCount(5)

  const rows = await matrix(page).locator('tbody tr').all()
  const cells = await Promise.all(rows.map((row) => row.locator('td.right').allInnerTexts()))
  const foot = (await matrix(page).locator('tfoot td').allInnerTexts()).map(fen)
  const numbers = cells.map((row) => row.map(fen))
  for (const [, ...amounts] of numbers) {
    const sum = amounts.pop()
    expect(amounts.reduce((total, one) => total + one, 0)).toBe(sum)
  }
  for (const [at, total] of foot.entries())
    expect(numbers.reduce((sum, row) => sum + (row[at] ?? 0), 0)).toBe(total)
  await screenshot(page, 'fund-plan')
  await expectAccessible(page)

  await page.getByRole('tab', { name: /计入人员/ }).click()
  await expect(page.getByRole('grid', { name: '计入人员' })).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  await screenshot(page, 'fund-plan-people')
  await expectAccessible(page)
})

test('an amount received is spread to the fen and nothing of it is kept', async ({ page }) => {
  await openPlan(page, 'demo-poverty-office')
  await page.getByRole('button', { name: '分解到账金额' }).click()
  const drawer = page.getByRole('dialog', { name: '分解到账金额' })
  await drawer.getByLabel('到账金额').fill('100000.01')
  await drawer.getByRole('radio', { name: '街道（镇）' }).check()
  await drawer.getByRole('button', { name: '分解', exact: true }).click()
  const table = drawer.getByRole('table', { name: '分解结果' })
  await expect(table.locator('tfoot td').last()).toHaveText('100,000.01')
  await screenshot(page, 'fund-plan-spread')
  expect(await violations(page)).toEqual([])
})

test('the finance bureau checks it', async ({ page }) => {
  await openPlan(page, 'demo-finance')
  await expect(step(page, '退回')).toBeVisible()
  await step(page, '复核通过').click()
  const dialog = page.getByRole('dialog', { name: '复核通过' })
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: '复核通过' }).click()
  await expect(state(page)).toHaveText('已复核')
  await expect(step(page, '登记批准')).toHaveCount(0)
})

test('the decision is recorded with its document and scan; the papers come as files', async ({
  page,
}) => {
  await openPlan(page, 'demo-leader-office')
  await expect(page.getByRole('button', { name: '公告（PDF）' })).toHaveCount(0)
  await step(page, '登记批准').click()
  const dialog = page.getByRole('dialog', { name: '登记批准' })
  const decide = dialog.getByRole('button', { name: '登记批准' })
  await decide.click()
  await expect(dialog.getByText('请填写文号')).toBeVisible()
  await expect(dialog.getByText('请填写扫描件')).toBeVisible()
  await dialog.getByLabel('文号').fill(DOCUMENT)
  await dialog.getByLabel('批准日期').fill('2018-07-01')
  await dialog
    .getByLabel('扫描件')
    .setInputFiles({ name: '批复.png', mimeType: 'image/png', buffer: SCAN })
  await expect(dialog.getByText('已上传 批复.png')).toBeVisible()
  await screenshot(page, 'fund-plan-decide')
  expect(await violations(page)).toEqual([])
  await decide.click()
  await expect(state(page)).toHaveText('已批准')
  await expect(page.getByText(DOCUMENT).first()).toBeVisible()

  for (const [name, begins] of [
    ['分配表（Excel）', 'PK'],
    ['公告（PDF）', '%PDF'],
  ] as const) {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name }).click()
    const file = await coming
    expect(file.suggestedFilename()).toContain(NAME)
    expect(readFileSync(await file.path(), 'latin1').startsWith(begins)).toBe(true)
  }
  await page.getByRole('tab', { name: /办理过程/ }).click()
  const scan = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载扫描件' }).click()
  expect((await scan).suggestedFilename()).toBe('批复.png')
  await screenshot(page, 'fund-plan-steps')
  await expectAccessible(page)
})

test('it is announced; a town reads its own part of it', async ({ page, browser }) => {
  await openPlan(page, 'demo-poverty-office')
  await step(page, '公告').click()
  await page.getByRole('dialog', { name: '公告' }).getByRole('button', { name: '公告' }).click()
  await expect(state(page)).toHaveText('已公告')
  const whole = await matrix(page).locator('tfoot td').last().innerText()

  const town = await (await browser.newContext()).newPage()
  await openPlan(town, 'demo-town')
  await expect(town.getByText('人数和金额只含您管辖范围内的村。')).toBeVisible()
  await expect(town.getByRole('button', { name: '分解到账金额' })).toHaveCount(0)
  const part = await matrix(town).locator('tfoot td').last().innerText()
  expect(fen(part)).toBeLessThan(fen(whole))
  await town.context().close()

  await page.goto('/fund-plans')
  await page.getByRole('button', { name: '筛选' }).click()
  await page.getByRole('combobox', { name: '状态' }).click()
  await page.getByTitle('已公告').last().click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/state=noticed/)
  await expect(page.getByRole('link', { name: NAME })).toBeVisible()
  await screenshot(page, 'fund-plans')
  await expectAccessible(page)
})
