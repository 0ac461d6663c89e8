import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, violations } from './axe'
import { logIn } from './people'
import { idNumber, makeHousehold, signedIn } from './registry'
import { screenshot } from './screenshot'

// Each test walks through a whole task, and axe looks long at long forms.
test.describe.configure({ timeout: 180_000 })

const grid = (page: Page) => page.getByRole('grid', { name: '扶贫对象' })
const rows = (page: Page) => page.locator('.g tbody tr:not([aria-hidden])')
const typedIn = (page: Page) => page.getByRole('textbox', { name: /姓名、拼音/ })

test.describe('the list', () => {
  test.beforeEach(async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/households')
    await expect(rows(page).first()).toBeVisible()
  })

  test('a filter and a sort stand in the address and come back with it', async ({ page }) => {
    await screenshot(page, 'households')
    await expectAccessible(page)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('combobox', { name: '脱贫状态' }).click()
    await page.getByTitle('已脱贫').last().click()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/state=/)
    await page.getByRole('button', { name: /^人均纯收入/ }).click()
    await expect(page).toHaveURL(/sort=net_income_per_head_fen/)
    await expect(page.locator('.status').filter({ hasText: '未脱贫' })).toHaveCount(0)
    const first = await rows(page).first().innerText()
    await page.goto(page.url())
    await expect(rows(page).first()).toHaveText(first.replace(/\s+/g, ' '), { useInnerText: true })
    await page.getByRole('button', { name: '重置' }).click()
    await expect(page).not.toHaveURL(/state=/)
  })

  test('a person is found by name and by pinyin; what is typed never stands in an address', async ({
    page,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())))
    const name = (await rows(page).first().locator('b').innerText()).trim()
    await page.keyboard.press('/')
    await page.keyboard.type(name)
    const found = page.getByRole('grid', { name: '查找结果' })
    await expect(found.getByText(name).first()).toBeVisible()
    await expect(typedIn(page)).toBeFocused()
    await screenshot(page, 'households-found')
    await expectAccessible(page)
    await found.focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/households\/[0-9a-f-]{36}/)
    await page.goBack()
    await expect(typedIn(page)).toHaveValue(name)
    await typedIn(page).fill('陈')
    expect([...asked, page.url()].filter((url) => url.includes(name))).toEqual([])
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    expect(kept).not.toContain(name)
  })

  test('the palette finds a person from any page', async ({ page }) => {
    const name = (await rows(page).first().locator('b').innerText()).trim()
    await page.goto('/')
    await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /输入姓名/ }).fill(name)
    await page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
    await expect(page).toHaveURL(/households\/[0-9a-f-]{36}/)
    await expect(page.locator('.record-line .mono')).toBeVisible()
  })

  test('by keyboard: move, peek, open, on to the next, and back to the row one left', async ({
    page,
  }) => {
    await grid(page).focus()
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
    await page.keyboard.press(' ')
    const peek = page.getByRole('dialog')
    await expect(peek.getByText('家庭成员')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(peek).toBeHidden()
    await expect(grid(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText(/第 2 \/ \d+ 户/)).toBeVisible()
    await page.keyboard.press('j')
    await expect(page.getByText(/第 3 \/ \d+ 户/)).toBeVisible()
    const number = await page.locator('.record-line .mono').innerText()
    await page.getByRole('button', { name: '返回列表' }).click()
    await expect(page.locator('.g tr.at')).toContainText(number)
  })

  test('the last of a page is followed by the first of the next', async ({ page }) => {
    await page.goto('/households?page_size=20')
    await rows(page).first().waitFor()
    await grid(page).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/第 20 \/ /)).toBeVisible()
    await page.keyboard.press('j')
    await expect(page.getByText(/第 21 \/ /)).toBeVisible()
    await expect(page).toHaveURL(/page=2/)
  })

  test('all that match are one choice, over the pages', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('checkbox', { name: '选择本页' }).check()
    await page.getByRole('button', { name: /选择符合条件的全部/ }).click()
    await page.getByRole('button', { name: '复制户编号' }).click()
    const said = await page.getByText(/已复制 \d+ 个户编号/).innerText()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')).toHaveLength(Number(/\d+/.exec(said)?.[0]))
    expect(copied.split('\n').length).toBeGreaterThan(50)
  })
})

test.describe('a record', () => {
  test('every part of it, accessible in both languages', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/households')
    await rows(page).first().dblclick()
    for (const tab of ['基本情况', '家庭成员', '生活条件', '收入', '历史', '时间线']) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click()
      await expect(page.locator('.loading')).toHaveCount(0)
      await screenshot(page, `household-${tab}`)
      await expectAccessible(page)
    }
  })

  test('another day is for reading, says so and stands in the address', async ({
    page,
    request,
  }) => {
    const { id } = await makeHousehold(request, ['测试甲', '测试乙'])
    await logIn(page, 'demo-poverty-office')
    await page.goto(`/households/${id}`)
    await page.getByLabel('按哪天的情况显示').fill('2018-06-12')
    await expect(page.getByText('按 2018-06-12 的情况显示')).toBeVisible()
    await expect(page).toHaveURL(/at=2018-06-12/)
    await expect(page.getByRole('button', { name: '修改基本情况' })).toHaveCount(0)
    await page.reload()
    await page.getByRole('button', { name: '回到今天' }).click()
    await expect(page.getByRole('button', { name: '修改基本情况' })).toBeVisible()
  })

  test('a protected value is shown for a reason only', async ({ page, request }) => {
    const { id } = await makeHousehold(request, ['测试丙', '测试丁'])
    await logIn(page, 'demo-poverty-office')
    await page.goto(`/households/${id}`)
    await expect(page.getByText('13800001234')).toHaveCount(0)
    await page.getByRole('button', { name: '查看完整联系电话' }).click()
    const ask = page.getByRole('dialog')
    await ask.getByRole('button', { name: '入户走访联系' }).click()
    await ask.getByRole('button', { name: '查看完整联系电话' }).click()
    await expect(page.getByText('13800001234')).toBeVisible()
  })

  test('a village committee reads and changes nothing', async ({ page }) => {
    await logIn(page, 'demo-village-committee')
    await page.goto('/households')
    await expect(page.getByRole('link', { name: '登记新户' })).toHaveCount(0)
    await rows(page).first().dblclick()
    await expect(page.getByRole('tab', { name: /基本情况/ })).toBeVisible()
    await expect(page.getByRole('button', { name: '修改基本情况' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /查看完整/ })).toHaveCount(0)
  })
})

test.describe('forms', () => {
  for (const language of ['zh-CN', 'en'])
    test(`each is accessible, ${language}`, async ({ page, request }) => {
      const { id } = await makeHousehold(request, ['测试戊', '测试己'])
      await logIn(page, 'demo-poverty-office')
      await page.goto(`/households/${id}?tab=members`)
      await page.getByRole('button', { name: '减少成员 测试己' }).click()
      await expect(page).toHaveURL(/edit=leave\./)
      const member = /leave\.([0-9a-f-]+)/.exec(page.url())?.[1]
      const forms = ['facts', 'living', `member.${member}`, 'member.new', `leave.${member}`]
      await page.goto(`/households/${id}`)
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
      for (const form of [...forms, 'head', 'income.new']) {
        await page.goto(`/households/${id}?edit=${form}`)
        const drawer = page.getByRole('dialog')
        await expect(drawer.locator('.form-foot')).toBeVisible()
        for (const more of await drawer.locator('details:not([open]) > summary').all())
          await more.click()
        await screenshot(page, `edit-${form.replace(/\..{30,}/, '')}-${language}`)
        expect(await violations(page), form).toEqual([])
      }
    })

  test('a change is saved from its day and shows in the history', async ({ page, request }) => {
    const { id } = await makeHousehold(request, ['测试庚', '测试辛'])
    await logIn(page, 'demo-poverty-office')
    await page.goto(`/households/${id}`)
    await page.getByRole('button', { name: '修改基本情况' }).click()
    const drawer = page.getByRole('dialog', { name: '修改基本情况' })
    await drawer.getByLabel('主要致贫原因').click()
    await page.getByTitle('因残').last().click()
    await drawer.getByLabel('自哪天起如此').fill('2018-06-12')
    await page.keyboard.press('Control+Enter')
    await expect(drawer).toBeHidden()
    await expect(page.getByText(/已保存。还有 \d+ 处提示/)).toBeVisible()
    await expect(page.getByText('自 2018-06-12 起 · 手工填写')).toBeVisible()
    await page.getByRole('tab', { name: '历史' }).click()
    const change = page.getByRole('row', { name: /主要致贫原因/ }).first()
    await expect(change).toContainText(/因病\s*因残/)
  })

  test('somebody else saved first: compared, chosen field by field, saved', async ({
    page,
    request,
  }) => {
    const { id, etag } = await makeHousehold(request, ['测试壬', '测试癸'])
    await logIn(page, 'demo-poverty-office')
    await page.goto(`/households/${id}?edit=facts`)
    const drawer = page.getByRole('dialog', { name: '修改基本情况' })
    await drawer.getByLabel('主要致贫原因').click()
    await page.getByTitle('因残').last().click()
    const other = await signedIn(request, 'demo-town-2')
    await other('PATCH', `/households/${id}`, { facts: { main_cause: '3' } }, { 'If-Match': etag })
    await page.keyboard.press('Control+Enter')
    const compare = page.getByRole('dialog', { name: '这条记录已被他人修改' })
    await expect(compare).toContainText('因学')
    expect(await violations(page)).toEqual([])
    await screenshot(page, 'household-conflict')
    await compare.getByRole('radio', { name: /对方的/ }).check()
    await compare.getByRole('button', { name: '按选择保存' }).click()
    await expect(drawer).toBeHidden()
    await expect(page.locator('.described')).toContainText(['因学', ''])
  })

  test('typed text is asked for before it is lost, and survives a reload without what is personal', async ({
    page,
    request,
  }) => {
    const { id } = await makeHousehold(request, ['测试子', '测试丑'])
    await logIn(page, 'demo-poverty-office')
    await page.goto(`/households/${id}?edit=member.new`)
    const drawer = page.getByRole('dialog', { name: '增加成员' })
    await drawer.getByLabel('姓名').fill('不留名')
    await drawer.getByLabel('证件号码').fill(idNumber('20100305', 11))
    await drawer.getByLabel('依据文件或材料').fill('户口簿')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '留下继续填写' }).click()
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage })))
      .toContain('户口簿')
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }))
    expect(kept).not.toMatch(/不留名|44089920100305/)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await expect(drawer.getByText('已恢复上次没有保存的内容')).toBeVisible()
    await expect(drawer.getByLabel('依据文件或材料')).toHaveValue('户口簿')
    await expect(drawer.getByLabel('姓名')).toHaveValue('')
  })

  test('members come, become head and leave; income is worked out while one types', async ({
    page,
    request,
  }) => {
    const { id } = await makeHousehold(request, ['测试寅', '测试卯'])
    await logIn(page, 'demo-poverty-office')
    await page.goto(`/households/${id}?tab=members`)
    await page.getByRole('button', { name: '增加成员' }).click()
    let drawer = page.getByRole('dialog', { name: '增加成员' })
    await drawer.getByLabel('姓名').fill('测试辰')
    await drawer.getByLabel('证件号码').fill('4408991999')
    await expect(drawer.getByText('身份证号应为 18 位')).toBeVisible()
    await drawer.getByLabel('证件号码').fill(idNumber('19990305', (Date.now() % 499) * 2 + 1))
    await drawer.getByLabel('与户主关系').click()
    await page.getByTitle('之子').last().click()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('tab', { name: '家庭成员 3' })).toBeVisible()

    await page.getByRole('button', { name: '变更户主' }).click()
    drawer = page.getByRole('dialog', { name: '变更户主' })
    await drawer.getByLabel('新户主').click()
    await page.getByTitle('测试卯').last().click()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer.getByText('请选择与户主关系')).toBeVisible()
    await drawer.getByLabel('测试寅').click()
    await page.getByTitle('配偶').last().click()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '测试卯' })).toBeVisible()

    await page.getByRole('button', { name: '减少成员 测试寅' }).click()
    drawer = page.getByRole('dialog', { name: /减少成员/ })
    await drawer.getByRole('radio', { name: '迁出' }).check()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('tab', { name: '家庭成员 2' })).toBeVisible()
    await page.getByRole('tab', { name: '时间线' }).click()
    await expect(page.getByRole('list', { name: '时间线' })).toContainText('迁出')

    await page.getByRole('tab', { name: '收入' }).click()
    await page.getByRole('button', { name: '填写收入' }).click()
    drawer = page.getByRole('dialog', { name: '填写收入' })
    await drawer.getByLabel('收入年度').fill('2017')
    for (const [label, yuan] of [
      ['工资性收入', '12000'],
      ['生产经营性收入', '0'],
      ['财产性收入', '0'],
      ['转移性收入', '500.01'],
      ['生产经营性支出', '0'],
    ])
      await drawer.getByLabel(label ?? '', { exact: true }).fill(yuan ?? '')
    await expect(drawer.getByText('6,250.01')).toBeVisible()
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer).toBeHidden()
    await expect(page.getByRole('row', { name: /年人均纯收入/ })).toContainText('6,250.01')
  })
})

test.describe('a new household', () => {
  test('faults land on their fields, likely duplicates are shown, then it is there', async ({
    page,
    request,
  }) => {
    const first = await makeHousehold(request, ['测试巳', '测试午'])
    await logIn(page, 'demo-town-2')
    await page.goto('/households/new')
    await expectAccessible(page)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByText('请填写户编号')).toBeVisible()
    await page.getByLabel('行政村').click()
    await page.keyboard.press('ArrowDown')
    const village = page.locator('.ant-select-item-option:not(.ant-select-item-option-disabled)')
    await village.first().click()
    await page.getByLabel('户编号').fill(first.household_no)
    await page.getByLabel('贫困户属性').click()
    await page.getByTitle('一般贫困户').last().click()
    await page.getByLabel('主要致贫原因').click()
    await page.getByTitle('因病').last().click()
    await page.getByLabel('姓名').fill('测试巳')
    await page.getByLabel('证件号码').fill(idNumber('19700101', (Date.now() % 499) * 2 + 1))
    await expect(page.getByText('可能已经登记过，请先核对：')).toBeVisible()
    await screenshot(page, 'household-new')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByText('返回核对')).toBeVisible()
    await page.getByRole('checkbox', { name: '都不是同一人，继续登记' }).check()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: first.household_no })).toBeVisible()
    const number = `${first.household_no}N`
    await page.getByLabel('户编号').fill(number)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page).toHaveURL(/households\/[0-9a-f-]{36}/)
    await expect(page.getByRole('heading', { level: 1, name: '测试巳' })).toBeVisible()
    await expect(page.locator('.record-line').getByText(number)).toBeVisible()
  })
})

test.describe('places', () => {
  test('a hamlet is put right, a village is marked', async ({ page }) => {
    await logIn(page, 'demo-poverty-office')
    await page.goto('/places')
    await expectAccessible(page)
    await page.getByRole('textbox', { name: '查找地名' }).fill('东简')
    await page.getByRole('treeitem', { name: /东简街道/ }).click()
    await expect(page.getByRole('heading', { level: 2, name: '东简街道' })).toBeVisible()
    await page.getByRole('textbox', { name: '查找地名' }).fill('')
    await page.getByRole('treeitem', { name: /村|居/ }).first().click()
    await screenshot(page, 'places')
    await expectAccessible(page)
    await page.getByRole('button', { name: '加标记' }).click()
    const mark = page.getByRole('dialog')
    await mark.getByRole('combobox', { name: '标记' }).click()
    await page.getByTitle('重点帮扶村').last().click()
    await mark.getByLabel('自').fill('2018-01-01')
    await mark.getByLabel('依据文号').fill('测试〔2018〕1号')
    expect(await violations(page)).toEqual([])
    await mark.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('row', { name: /测试〔2018〕1号/ })).toBeVisible()
  })

  test('a town has no such page', async ({ page }) => {
    await logIn(page, 'demo-town')
    await page.goto('/places')
    await expect(page.getByRole('heading', { name: '您的角色不能使用这个页面' })).toBeVisible()
  })
})
