import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { logIn } from './people'
import { screenshot } from './screenshot'

// Each page is looked through twice for violations, which takes its time on a small machine.
test.describe.configure({ timeout: 90_000 })

/** Rows out of sight are not drawn, so the grid itself is asked how many there are. */
const expectRows = (page: Page, many: number) =>
  expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(many + 1))
const firstName = (page: Page) => page.getByRole('grid').getByRole('link').first()
const number = (text: string | null) => Number((text ?? '').replace(/\D/g, ''))

test.describe('where we stand', () => {
  test('every card stands alone, and a red figure is two clicks from its person', async ({
    page,
  }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/overview')
    const tile = page.getByRole('region', { name: '老人养老金领取率', exact: true })
    await expect(tile.getByText('目标 100%')).toBeVisible()
    await expect(tile.getByText('单一来源')).toBeVisible()
    await expect(page.getByRole('region', { name: '建档立卡户', exact: true })).toBeVisible()
    await expect(page.getByRole('img', { name: '各地脱贫情况' })).toBeVisible()
    await screenshot(page, 'overview')
    await expectAccessible(page)
    await tile.getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: '老人养老金领取率' })).toBeVisible()
    const name = await firstName(page).textContent()
    await firstName(page).click()
    await expect(page).toHaveURL(/\/households\/[^/]+\?.*member=/)
    await expect(
      page
        .getByRole('dialog')
        .getByText(name ?? '')
        .first(),
    ).toBeVisible()
  })

  test('a card that fails leaves the others', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.route('**/api/v1/households/summary*', (route) => route.fulfill({ status: 500 }))
    await page.goto('/overview')
    await expect(page.getByRole('alert').filter({ hasText: '扶贫对象' })).toBeVisible()
    await expect(page.getByRole('region', { name: '老人养老金领取率', exact: true })).toBeVisible()
  })

  test('the table behind a chart says the same in numbers', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/overview')
    await page.getByRole('button', { name: '主要致贫原因：看表格' }).click()
    const causes = page.getByRole('table', { name: '主要致贫原因' })
    const counts = await causes.getByRole('cell').allTextContents()
    const stat = page.getByRole('region', { name: '建档立卡户', exact: true })
    const all = number(await stat.getByRole('link').textContent())
    expect(counts.map(number).reduce((sum, one) => sum + one, 0)).toBe(all)
  })
})

test.describe('an indicator', () => {
  test('villages worst first narrow the list; the address says what is shown', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/indicators/pension-coverage')
    await expect(page.getByText('其中领取养老金的人数')).toBeVisible()
    await screenshot(page, 'indicator')
    await expectAccessible(page)
    const villages = page.getByRole('table', { name: '差距大的村在前' })
    const rates = await villages.locator('tbody td:nth-child(2)').allTextContents()
    const percents = rates.map((text) => Number.parseFloat(text))
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
    await villages.getByRole('button').first().click()
    await expect(page).toHaveURL(/village=/)
    await page.getByText('已计入', { exact: true }).click()
    await expect(page).toHaveURL(/which=numerator/)
    const shown = await page.getByRole('grid').getAttribute('aria-rowcount')
    await page.reload()
    await expect(page.getByRole('radio', { name: '已计入' })).toBeChecked()
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', shown ?? '')
  })
})

test.describe('registers', () => {
  test('all of them with count, definition, clause and keeper', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/registers')
    await expect(page.getByRole('link', { name: '60岁以上老人名册' })).toBeVisible()
    await screenshot(page, 'registers')
    await expectAccessible(page)
    await page.keyboard.press('/')
    await page.keyboard.type('残疾人名册')
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('link', { name: '残疾人名册' }).click()
    await expect(page.getByRole('heading', { name: '残疾人名册' })).toBeVisible()
  })

  test('by keyboard to a record and back to the row', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/registers/elderly')
    await screenshot(page, 'register')
    await expectAccessible(page)
    const grid = page.getByRole('grid')
    await grid.focus()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const at = await grid.getAttribute('aria-activedescendant')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/households\//)
    await page.goBack()
    await expect(page.getByRole('heading', { name: '60岁以上老人名册' })).toBeVisible()
    await expect(grid.locator('tr.at')).toHaveAttribute(
      'id',
      new RegExp(at?.split('-').at(-1) ?? '-'),
    )
  })

  test('a village and a day narrow it, and the sheets hold what is listed', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/registers/elderly')
    const villages = page.getByRole('table', { name: '各村情况' })
    const village = villages.locator('tbody tr').first()
    const held = number(await village.locator('td').first().textContent())
    await village.getByRole('button').click()
    await expect(page.getByRole('button', { name: `在册 ${held} 人` })).toBeVisible()
    await expectRows(page, held)
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ])
    expect(csv.suggestedFilename()).toMatch(/^60岁以上老人名册_\d{4}-\d\d-\d\d\.csv$/)
    const text = readFileSync(await csv.path(), 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(held + 1)
    const [xlsx] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ])
    expect(
      readFileSync(await xlsx.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    await page.getByLabel('截止日').fill('1990-01-01')
    await expect(page).toHaveURL(/at=1990-01-01/)
    await expect(page.getByText('不是今天')).toBeVisible()
    await expectRows(page, 0)
    await page.getByRole('button', { name: '回到今天' }).click()
    await expect(page).not.toHaveURL(/at=/)
  })

  test('those who cannot be told are a list of their own', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/registers/labour')
    const unknown = page.getByRole('button', { name: /^资料不足/ })
    const many = number(await unknown.textContent())
    await unknown.click()
    await expect(page).toHaveURL(/which=unknown/)
    await expectRows(page, many)
  })

  test('a town sees its own villages only; who may not open people gets no links', async ({
    page,
  }) => {
    await logIn(page, 'demo-town')
    await page.goto('/registers/elderly')
    const towns = page.getByRole('table', { name: '各村情况' }).locator('tbody small')
    await expect(towns.first()).toBeVisible()
    expect(new Set(await towns.allTextContents())).toEqual(new Set(['东山街道']))
    await logIn(page, 'demo-finance')
    await page.goto('/registers/elderly')
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
    await expect(page.getByRole('grid').getByRole('link')).toHaveCount(0)
    await logIn(page, 'demo-village-team')
    await page.goto('/registers/elderly')
    await expect(page.getByRole('grid')).toBeVisible()
    await expect(page.getByRole('button', { name: '导出 CSV' })).toHaveCount(0)
  })
})

test.describe('policy figures', () => {
  test('one proposes, another confirms, and the figure holds from its year', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/parameters')
    await expect(page.getByText('待核实').first()).toBeVisible()
    await screenshot(page, 'parameters')
    await expectAccessible(page)
    await page.getByRole('link', { name: '财政投入分担比例' }).click()
    await page.getByRole('button', { name: '提出修订' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('年度').fill('2019')
    await form.getByLabel('省').fill('50')
    await form.getByLabel('帮扶市').fill('40')
    await expect(form.getByText('占 50%')).toBeVisible()
    await form.getByRole('button', { name: '提出修订' }).click()
    await expect(form.getByText('请写明文号')).toBeVisible()
    await form.getByLabel('依据的文件名称').fill('关于调整分担比例的通知')
    await form.getByLabel('文号').fill('粤扶〔2019〕2号')
    await screenshot(page, 'parameter-proposal')
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
    await expect(page.getByText('须由另一人确认')).toBeVisible()
    await expect(page.getByRole('button', { name: '确认生效' })).toHaveCount(0)
    await expectAccessible(page)

    await logIn(page, 'demo-leader-office')
    await page.goto('/parameters/fund-split')
    await page.getByRole('button', { name: '确认生效' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认生效' }).click()
    await expect(page.getByText('已生效')).toBeVisible()
    await expect(page.getByRole('region', { name: '有效的数' })).toContainText('省 50')
    await page.getByLabel('年度').fill('2018')
    await page.getByLabel('年度').press('Enter')
    await expect(page.getByRole('region', { name: '有效的数' })).toContainText('省 60')
  })

  test('a refusal stays in the form, and what was typed with it; then it is withdrawn', async ({
    page,
  }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/parameters/temporary-aid-months')
    const propose = async () => {
      await page.getByRole('button', { name: '提出修订' }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel('新的数').fill('2')
      await form.getByLabel('依据的文件名称').fill('通知')
      await form.getByLabel('文号').fill('粤民〔2019〕3号')
      await form.getByRole('button', { name: '提出修订' }).click()
      return form
    }
    await expect(await propose()).toBeHidden()
    const again = await propose()
    await expect(again.getByRole('alert')).toContainText('已有一项待确认的修订')
    await expect(again.getByLabel('文号')).toHaveValue('粤民〔2019〕3号')
    await again.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '撤回' }).click()
    const ask = page.getByRole('dialog', { name: '撤回' })
    await ask.getByRole('button', { name: '撤回' }).click()
    await expect(ask.getByText('请写明原因')).toBeVisible()
    await ask.getByLabel('理由').fill('文号写错')
    await ask.getByRole('button', { name: '撤回' }).click()
    await expect(page.getByText('已撤回')).toBeVisible()
  })
})
