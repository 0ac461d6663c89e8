import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { ApiError } from '@/api/client'
import { resolved } from '@/ui/form/ConflictCompare'
import { withoutPersonal } from '@/ui/form/draft'
import { fieldName, placeErrors } from '@/ui/form/serverErrors'
import { zodRules } from '@/ui/form/zodRules'

const refused = (errors: { pointer: string; message: string }[]) =>
  new ApiError({
    type: '/problems/invalid',
    title: '有内容需要修改',
    detail: '有 2 项内容需要修改',
    status: 422,
    code: 'invalid',
    request_id: null,
    errors: errors.map((error) => ({ code: 'x', ...error })),
  })

test.each([
  ['/name', ['name']],
  ['/members/0/id_no', ['members', 0, 'id_no']],
  ['/body/name', ['name']],
  ['#/a~1b/c~0d', ['a/b', 'c~d']],
  ['', []],
])('pointer %j', (pointer, name) => expect(fieldName(pointer)).toEqual(name))

describe('errors of the server', () => {
  const known = (name: unknown[]) => name[0] === 'name' || name[0] === 'members'

  test('land on their fields, several on one together, the rest on top', () => {
    const error = refused([
      { pointer: '/name', message: '太短' },
      { pointer: '/name', message: '有数字' },
      { pointer: '/members/1/sex', message: '未选' },
      { pointer: '/secret', message: '整体不对' },
    ])
    expect(placeErrors(error, known)).toEqual({
      fields: [
        { name: ['name'], errors: ['太短', '有数字'] },
        { name: ['members', 1, 'sex'], errors: ['未选'] },
      ],
      rest: ['整体不对'],
    })
  })

  test('without fields say the sentence', () => {
    expect(placeErrors(refused([]), known)).toEqual({ fields: [], rest: ['有 2 项内容需要修改'] })
  })
})

test('a draft holds no personal field, however deep', () => {
  const values = {
    village: 'v',
    id_no: '4408',
    members: [{ name: '甲', id_no: '44', bank: { id_no: '1' } }],
  }
  expect(withoutPersonal(values, ['id_no', 'name'])).toEqual({
    village: 'v',
    members: [{ bank: {} }],
  })
})

test('a conflict keeps mine unless theirs is chosen', () => {
  const mine = { address: '旧', phone: '1' }
  const theirs = { address: '新', phone: '2', other: 'x' }
  expect(resolved(mine, theirs, { address: 'theirs' })).toEqual({ address: '新', phone: '1' })
})

test.each([
  ['', '格式不正确'],
  ['甲', '至少 2 个字'],
  ['甲乙丙丁', '不超过 3 个字'],
  ['甲乙', undefined],
])('rule of the generated schema for %j', async (value, text) => {
  const rules = zodRules(z.object({ name: z.string().check(z.minLength(2), z.maxLength(3)) }))
  const rule = rules('name')[0] as { validator: (rule: unknown, value: unknown) => Promise<void> }
  const said = await rule.validator(null, value).then(
    () => undefined,
    (error: Error) => error.message,
  )
  expect(said).toBe(text)
})
