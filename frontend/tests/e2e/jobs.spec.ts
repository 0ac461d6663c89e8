import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe'
import { logIn } from './people'
import { screenshot } from './screenshot'

// Whole stories take longer than one look at a page.
test.describe.configure({ timeout: 90_000 })

const start = Date.now()
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
const job = (id: string, more: object) => ({
  id,
  kind: 'import-check',
  title: '检查花名册',
  state: 'done',
  done: 4000,
  total: 4000,
  result_url: null,
  result_name: null,
  error_code: null,
  error: null,
  made_at: at(-120),
  started_at: at(-100),
  ended_at: at(-20),
  ...more,
})

/** Jobs as the server would say them: how long real ones take is not this test's matter. */
async function withJobs(page: Page): Promise<{ cancelled: string[] }> {
  const told = { cancelled: [] as string[] }
  const all = () => [
    job('j1', {
      state: told.cancelled.length ? 'cancelled' : 'running',
      done: 1200,
      ended_at: told.cancelled.length ? at(0) : null,
    }),
    job('j2', {
      state: 'failed',
      done: 310,
      error_code: 'encrypted',
      error: '文件已加密，无法读取。请在 Excel 中取消密码，另存后重新上传。',
    }),
    job('j3', { result_url: '/api/v1/jobs/j3/result', result_name: '花名册（带批注）.xlsx' }),
  ]
  await page.route(/\/api\/v1\/jobs(\?|$)/, (route) =>
    route.fulfill({ json: { items: all(), total: 3 } }),
  )
  await page.route(/\/api\/v1\/jobs\/j\d$/, (route) =>
    route.fulfill({ json: all().find(({ id }) => route.request().url().endsWith(id)) }),
  )
  await page.route(/\/api\/v1\/jobs\/j1\/cancel$/, (route) => {
    told.cancelled.push('j1')
    return route.fulfill({ json: all()[0] })
  })
  await page.route(/\/api\/v1\/jobs\/j3\/result$/, (route) =>
    route.fulfill({
      body: 'PK',
      headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURI('结果.xlsx')}` },
    }),
  )
  return told
}

test('the bar leads to running jobs; there they are followed, stopped, their files taken', async ({
  page,
}) => {
  const told = await withJobs(page)
  await logIn(page, 'demo-town')
  await page.getByRole('link', { name: '1 项任务进行中' }).click()
  await expect(page.getByRole('progressbar', { name: '检查花名册' })).toHaveAttribute(
    'aria-valuenow',
    '30',
  )
  await expect(page.getByText(/约剩/)).toBeVisible()
  await screenshot(page, 'jobs')
  await expectAccessible(page)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '花名册（带批注）.xlsx' }).click()
  expect((await saved).suggestedFilename()).toBe('结果.xlsx')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(
    page
      .getByRole('dialog')
      .getByText(/另存后重新上传/)
      .first(),
  ).toBeVisible()
  await screenshot(page, 'job-failed')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '取消任务' }).click()
  await expect(page.getByRole('region', { name: '正在进行' })).toBeHidden()
  expect(told.cancelled).toEqual(['j1'])
})

test('nobody has jobs at first, and the real list says so', async ({ page }) => {
  await logIn(page, 'demo-leader')
  await page.goto('/jobs')
  await expect(page.getByText(/没有后台任务/)).toBeVisible()
  await screenshot(page, 'jobs-none')
})
