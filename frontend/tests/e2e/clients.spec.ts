import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { logIn } from './people'
import { screenshot } from './screenshot'

// Whole stories take longer than one look at a page.
test.describe.configure({ timeout: 90_000 })

const fresh = () => `夜间对账${Date.now().toString(36)}`

async function fill(page: Page, name: string): Promise<void> {
  await page.goto('/clients/new')
  await page.getByLabel('名称').fill(name)
  await page.getByLabel('用途').fill('每晚核对名册')
  await page.getByLabel('数据范围').fill('东山')
  await page.locator('.ant-select-item-option').filter({ hasText: '东山' }).first().click()
  const scopes = page.getByRole('group', { name: '农户档案' })
  await scopes.getByRole('checkbox', { name: '查看' }).check()
  await page.getByRole('group', { name: '地区' }).getByRole('checkbox', { name: '查看' }).check()
}

const secretOf = (page: Page) => page.getByRole('dialog').locator('.mono').nth(1)

async function done(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('checkbox').check()
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click()
}

async function token(page: Page, id: string, secret: string): Promise<number> {
  const answer = await page.request.post('/oauth2/token', {
    form: { grant_type: 'client_credentials', client_id: id, client_secret: secret },
  })
  return answer.status()
}

test('a client is made, its secret works, is replaced with an overlap, then put out', async ({
  page,
}) => {
  const name = fresh()
  await logIn(page, 'demo-system-admin')
  await page.goto('/clients')
  await expectAccessible(page)
  await fill(page, name)
  await screenshot(page, 'client-form')
  await expectAccessible(page)
  await page.getByRole('button', { name: '建立接口账号' }).click()
  const first = (await secretOf(page).textContent()) ?? ''
  const id = (await page.getByRole('dialog').locator('.mono').first().textContent()) ?? ''
  await done(page)
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByText(/grant_type=client_credentials/)).toBeVisible()
  await screenshot(page, 'client')
  await expectAccessible(page)
  expect(await token(page, id, first)).toBe(200)

  await page.getByRole('button', { name: '更换密钥' }).click()
  await screenshot(page, 'client-rotate')
  await page.getByRole('dialog').getByRole('button', { name: '更换密钥' }).click()
  await expect(page.getByRole('dialog', { name: '密钥', exact: true })).toBeVisible()
  const second = (await secretOf(page).textContent()) ?? ''
  await done(page)
  expect(second).not.toBe(first)
  expect(await token(page, id, first)).toBe(200)
  expect(await token(page, id, second)).toBe(200)

  await page.getByRole('button', { name: '停用' }).click()
  await page.getByRole('button', { name: '对接结束' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
  await expect(page.getByRole('button', { name: '启用' })).toBeVisible()
  expect(await token(page, id, second)).toBe(401)
  await page.goto('/clients')
  await expect(page.getByRole('link', { name })).toBeVisible()
  await screenshot(page, 'clients')
})

test('a client with keys of its own: a private key is refused before it leaves', async ({
  page,
}) => {
  await logIn(page, 'demo-system-admin')
  await fill(page, fresh())
  await page.getByRole('radio', { name: '私钥签名' }).check()
  const keys = page.getByLabel('公钥（JWKS）')
  const { open, secret } = await page.evaluate(async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
    ])
    return {
      open: await crypto.subtle.exportKey('jwk', pair.publicKey),
      secret: await crypto.subtle.exportKey('jwk', pair.privateKey),
    }
  })
  await keys.fill(JSON.stringify(secret))
  await page.getByRole('button', { name: '建立接口账号' }).click()
  await expect(page.getByText(/含有私钥部分/)).toBeVisible()
  await keys.fill(JSON.stringify({ keys: [open] }))
  await page.getByRole('button', { name: '建立接口账号' }).click()
  await expect(page.getByText(/client-assertion-type/)).toBeVisible()
  await screenshot(page, 'client-key')
})
