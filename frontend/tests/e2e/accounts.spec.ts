import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { fillLogin, logIn } from './people'
import { screenshot } from './screenshot'

// Whole stories take longer than one look at a page.
test.describe.configure({ timeout: 90_000 })

const ADMIN = 'demo-system-admin'
const OWN = 'Qiushou-mantian-2018!'

/** A name of its own for every run of a test, so that a retry does not meet itself. */
const fresh = (stem: string) => `${stem}.${Date.now().toString(36)}`

async function choose(page: Page, box: string, text: string, option = text): Promise<void> {
  await page.getByRole('combobox', { name: box }).first().fill(text)
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

async function createTownUser(page: Page, username: string): Promise<string> {
  await page.goto('/users/new')
  await page.getByLabel('姓名').fill('林新到')
  await page.getByLabel('用户名').fill(username)
  await choose(page, '角色', '街道', '街道（镇）')
  await choose(page, '任职地点', '东山')
  await page.getByRole('button', { name: '建立账号' }).click()
  const dialog = page.getByRole('dialog', { name: /已建立/ })
  const shown = dialog.locator('.mono').nth(1)
  await expect(shown).toHaveText(/^[\w-]{19}$/)
  return (await shown.textContent()) ?? ''
}

async function leaveSecret(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const done = dialog.getByRole('button', { name: '完成' })
  await expect(done).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('checkbox').check()
  await done.click()
  await expect(dialog).toBeHidden()
}

async function logOut(page: Page): Promise<void> {
  await page.getByTitle('我的账号').click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/login/)
}

test.describe('accounts', () => {
  test('the list: filters in the address, a name never; a row opens and its neighbour', async ({
    page,
  }) => {
    await logIn(page, ADMIN)
    await page.goto('/users')
    await expect(page.getByRole('grid', { name: '账号' })).toBeVisible()
    await screenshot(page, 'users')
    await expectAccessible(page)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByLabel('角色', { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '街道（镇）' }).click()
    await expect(page).toHaveURL(/role=town/)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '重置' }).click()
    await page.getByRole('textbox', { name: '姓名或用户名' }).fill('林东')
    await expect(page.getByRole('grid').getByRole('link')).toHaveText(['林东山'])
    expect(decodeURIComponent(page.url())).not.toContain('林')
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '林东山' })).toBeVisible()
    await screenshot(page, 'user')
    await expectAccessible(page)
  })

  test('a one-time password opens nothing but the way to an own one', async ({ page }) => {
    const username = fresh('lin')
    await logIn(page, ADMIN)
    const oneTime = await createTownUser(page, username)
    await screenshot(page, 'user-secret')
    await leaveSecret(page)
    await expect(page.getByRole('heading', { name: '林新到' })).toBeVisible()
    await expect(page.getByText('一次性密码待改')).toBeVisible()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    expect(kept).not.toContain(oneTime)
    await logOut(page)

    await page.goto('/login')
    await fillLogin(page, username, oneTime)
    await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible()
    await screenshot(page, 'first-login')
    await expectAccessible(page)
    await page.goto('/households')
    await expect(page).toHaveURL(/\/password/)
    await page.getByLabel('一次性密码').fill(oneTime)
    await page.getByLabel('新密码', { exact: true }).fill('short')
    await page.getByLabel('再输一次新密码').fill('short')
    await page.getByRole('button', { name: '保存新密码' }).click()
    await expect(page.getByText('新密码至少 12 个字符')).toBeVisible()
    await page.getByLabel('新密码', { exact: true }).fill(OWN)
    await page.getByLabel('再输一次新密码').fill(OWN)
    await page.getByRole('button', { name: '保存新密码' }).click()
    await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
    await expect(page.getByText('街道（镇） · 东山街道')).toBeVisible()
    await logOut(page)
    await fillLogin(page, username, OWN)
    await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
  })

  test('a form says what is wrong at its field and asks before it is left', async ({ page }) => {
    await logIn(page, ADMIN)
    await page.goto('/users/new')
    await page.getByRole('button', { name: '建立账号' }).click()
    await expect(page.getByText('请填写姓名')).toBeVisible()
    await expect(page.getByLabel('姓名')).toBeFocused()
    await screenshot(page, 'user-form')
    await expectAccessible(page)
    await page.getByLabel('姓名').fill('重名')
    await page.getByLabel('用户名').fill('demo-town')
    await choose(page, '角色', '财政')
    await page.getByRole('button', { name: '建立账号' }).click()
    await expect(page.getByText('已被使用，请换一个')).toBeVisible()

    await page.getByRole('link', { name: '账号', exact: true }).first().click()
    await page.getByRole('button', { name: '离开' }).click()
    await expect(page.getByRole('grid')).toBeVisible()
  })

  test('an account is changed, put out, let in again and given another password', async ({
    page,
  }) => {
    const username = fresh('he')
    await logIn(page, ADMIN)
    await createTownUser(page, username)
    await leaveSecret(page)
    await page.getByRole('link', { name: '账号', exact: true }).first().click()
    await page.getByRole('textbox', { name: '姓名或用户名' }).fill(username)
    const row = page.getByRole('row', { name: new RegExp(username) })
    await row.getByRole('link', { name: '林新到' }).click()
    await page.getByRole('link', { name: '修改' }).click()
    await page.getByLabel('姓名').fill('林改名')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { name: '林改名' })).toBeVisible()

    await page.getByRole('button', { name: '停用' }).click()
    await page.getByRole('button', { name: '调离岗位' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
    await expect(page.getByRole('button', { name: '启用' })).toBeVisible()
    await page.getByRole('button', { name: '启用' }).click()
    await page.getByRole('button', { name: '停用有误' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '启用' }).click()
    await page.getByRole('button', { name: '重置密码' }).click()
    await page.getByRole('button', { name: '本人忘记密码' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click()
    await expect(page.getByRole('dialog', { name: '一次性密码' })).toBeVisible()
    await leaveSecret(page)
  })

  test('two who save at once are shown to one another', async ({ page, browser }) => {
    await logIn(page, ADMIN)
    await createTownUser(page, fresh('liang'))
    await leaveSecret(page)
    const address = page.url()
    await page.getByRole('link', { name: '修改' }).click()
    await page.getByLabel('姓名').fill('我的写法')
    const context = await browser.newContext()
    const other = await context.newPage()
    await logIn(other, ADMIN)
    await other.goto(`${address}/edit`)
    await other.getByLabel('姓名').fill('别人的写法')
    await other.getByRole('button', { name: '保存' }).click()
    await expect(other.getByRole('heading', { name: '别人的写法' })).toBeVisible()
    await context.close()
    await page.getByRole('button', { name: '保存' }).click()
    const dialog = page.getByRole('dialog', { name: '这条记录已被他人修改' })
    await dialog.getByRole('radio', { name: /别人的写法/ }).check()
    await screenshot(page, 'user-conflict')
    await dialog.getByRole('button', { name: '按选择保存' }).click()
    await expect(page.getByRole('heading', { name: '别人的写法' })).toBeVisible()
  })

  test('nobody puts out their own account; others see no buttons at all', async ({ page }) => {
    await logIn(page, ADMIN)
    await page.goto('/users?role=system-admin')
    await page.getByRole('link', { name: '许系统' }).click()
    await expect(page.getByText('这是您自己的账号')).toBeVisible()
    await expect(page.getByRole('button', { name: '停用' })).toHaveCount(0)
    await page.getByRole('link', { name: '修改' }).click()
    await expect(page.getByText(/由另一位系统管理员办理/)).toBeVisible()
    await expect(page.getByRole('combobox', { name: '角色' })).toBeDisabled()
    await logOut(page)
    await logIn(page, 'demo-audit-admin')
    await page.goto('/users')
    await expect(page.getByRole('link', { name: '林东山' })).toBeVisible()
    await expect(page.getByRole('link', { name: '新建账号' })).toHaveCount(0)
  })

  test('the catalogue of roles says in words what each may do', async ({ page }) => {
    await logIn(page, ADMIN)
    await page.goto('/roles')
    await expect(page.getByRole('row', { name: /区财政局/ })).toContainText('审核')
    expect(await page.getByRole('main').textContent()).not.toMatch(/[a-z-]+:[a-z]/)
    await screenshot(page, 'roles')
    await expectAccessible(page)
  })
})
