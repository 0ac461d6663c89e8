import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { demoAccounts, fillLogin, logIn } from './people'
import { screenshot } from './screenshot'

// Each page is looked at twice, once a language.
test.describe.configure({ timeout: 90_000 })

const somebody = () => demoAccounts()[0]?.username ?? ''

test.describe('login', () => {
  test('a wrong password says why and keeps the name', async ({ page }) => {
    await page.goto('/login')
    await screenshot(page, 'login')
    await expectAccessible(page)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByText('请输入用户名')).toBeVisible()
    await expect(page.getByLabel('用户名')).toBeFocused()
    await expectAccessible(page)
    await fillLogin(page, somebody(), 'wrong-password')
    await expect(page.getByRole('alert')).toContainText('密码')
    await expect(page.getByLabel('用户名')).toHaveValue(somebody())
  })

  test('a demo account is one click and its password away from the desk', async ({ page }) => {
    const account = demoAccounts()[0]
    await page.goto('/login')
    await page.getByRole('button', { name: new RegExp(account?.username ?? '') }).click()
    await page.getByLabel('密码', { exact: true }).fill(account?.password ?? '')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
    await screenshot(page, 'desk')
    await expectAccessible(page)
  })

  test('one comes back to the page one wanted, and a reload keeps the session', async ({
    page,
  }) => {
    await page.goto('/no-such-page?place=x')
    await expect(page).toHaveURL(/\/login\?next=/)
    const account = demoAccounts()[0]
    await fillLogin(page, account?.username ?? '', account?.password ?? '')
    await expect(page.getByRole('heading', { name: '没有这个页面或记录' })).toBeVisible()
    await expectAccessible(page)
    await page.reload()
    await expect(page.getByRole('heading', { name: '没有这个页面或记录' })).toBeVisible()
    await page.getByRole('button', { name: '返回工作台' }).click()
    await expect(page).toHaveURL(/\/(\?.*)?$/)
  })

  test('no token and no password stays in the browser; logging out ends it', async ({ page }) => {
    await logIn(page, somebody())
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toMatch(/eyJ|Bearer|password/i)
    await page.getByTitle('我的账号').click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await expect(page).toHaveURL(/\/login/)
    await page.goto('/')
    await expect(page).toHaveURL(/\/login/)
  })
})

test.describe('the shell', () => {
  test('palette and shortcut sheet by keyboard', async ({ page }) => {
    await logIn(page, somebody())
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: /输入姓名/ })
    await expect(box).toBeFocused()
    await box.fill('工作台')
    await page.keyboard.press('Enter')
    await expect(box).toBeHidden()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  test('the place of work goes into the address and stays over a reload', async ({ page }) => {
    await logIn(page, somebody())
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /输入姓名/ }).fill('东简')
    await page.getByRole('option', { name: /东简/ }).first().click()
    await expect(page).toHaveURL(/place=/)
    await page.goto('/')
    await expect(page).toHaveURL(/place=/)
  })

  test('nothing is blocked by the content policy, no error reaches the console', async ({
    page,
  }) => {
    const said: string[] = []
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await logIn(page, somebody())
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(said).toEqual([])
  })
})
