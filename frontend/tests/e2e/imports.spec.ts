import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { logIn } from './people'
import { screenshot } from './screenshot'

// A whole workbook is read, compared and merged.
test.describe.configure({ timeout: 120_000 })

const sample = (name: string) => path.resolve('..', 'tests', 'samples', name)
const figure = (page: Page, label: string) =>
  page.getByRole('list', { name: '检查结果汇总' }).getByRole('button', { name: label })

async function upload(page: Page, name: string): Promise<void> {
  await page.goto('/imports')
  await page.locator('input[type=file]').setInputFiles(sample(name))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('list', { name: '检查结果汇总' })).toBeVisible({ timeout: 60_000 })
}

test.describe('rosters', () => {
  test.beforeEach(({ page }) => logIn(page, 'demo-poverty-office'))

  test('faults are told at their cells, one is corrected in place, the rest given up', async ({
    page,
  }) => {
    await upload(page, 'roster-with-defects.xlsx')
    await expect(figure(page, '暂缓入库')).toHaveText(/15/)
    await expect(figure(page, '错误')).toHaveText(/15/)
    await figure(page, '错误').click()
    const findings = page.getByRole('grid', { name: '问题' })
    await expect(findings.getByText(/证件号码与东简村委会.*重复/)).toBeVisible()
    await expect(findings.getByText(/不是本区的行政村/)).toBeVisible()
    await screenshot(page, 'import-findings')
    await expectAccessible(page)

    await page
      .getByRole('row', { name: /不是数字/ })
      .getByRole('button')
      .click()
    await expect(page).toHaveURL(/part=rows/)
    const text = page.getByRole('textbox', { name: /工资性收入的新内容/ })
    await expect(text).toBeFocused()
    await screenshot(page, 'import-cell')
    await expectAccessible(page)
    await text.fill('12000')
    await text.press('Enter')
    await expect(text).toBeHidden()
    await expect(figure(page, '错误')).toHaveText(/14/)
    await page.getByRole('button', { name: '显示全部行' }).click()
    await screenshot(page, 'import-rows')
    await expect(figure(page, '暂缓入库')).toHaveText(/14/)

    const given = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载批注工作簿' }).click()
    expect((await given).suggestedFilename()).toContain('检查批注')

    await page.getByRole('button', { name: '放弃' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click()
    await expect(page.getByText(/这次导入已放弃/)).toBeVisible()
    await expect(page.getByRole('button', { name: '确认入库' })).toHaveCount(0)
  })

  test('a clean roster is merged and its households are there', async ({ page }) => {
    await page.goto('/households')
    await page.getByRole('link', { name: /导入$/ }).click()
    await screenshot(page, 'imports')
    await expectAccessible(page)
    await upload(page, 'roster-clean.xlsx')
    await expect(figure(page, '新增')).toHaveText(/406/)
    await expect(figure(page, '暂缓入库')).toHaveText(/0/)
    await figure(page, '新增').click()
    await expect(page.getByText('共 406 条')).toBeVisible()
    await screenshot(page, 'import-records')
    await expectAccessible(page)
    await page.getByRole('button', { name: '确认入库' }).click()
    await screenshot(page, 'import-merge')
    await page.getByRole('button', { name: '入库 406 户' }).click()
    await expect(page.getByText('已入库 406 户')).toBeVisible({ timeout: 30_000 })
    await screenshot(page, 'import-merged')
    await expectAccessible(page)
    await expect(page.getByRole('link', { name: /2018-06-12 的各类名册/ })).toBeVisible()
    await page.getByRole('link', { name: '查看扶贫对象' }).click()
    await expect(page.getByRole('grid', { name: '扶贫对象' })).toBeVisible()
    await page.goto('/imports')
    await expect(page.getByRole('row', { name: /roster-clean/ }).first()).toContainText('已入库')
    await screenshot(page, 'imports-list')
  })
})
