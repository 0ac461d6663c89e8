import { readFileSync } from 'node:fs'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { readKeys } from '@/features/accounts/clients/jwks'
import { readOf, tokenByKey, tokenBySecret } from '@/features/accounts/clients/snippets'
import { OneTimeSecret } from '@/features/accounts/OneTimeSecret'
import { userQueryOf } from '@/features/accounts/queries'
import { userSearch } from '@/features/accounts/search'
import { byNoun, nounWord, scopesInWords, verbWord } from '@/features/accounts/words'
import en from '@/locales/en'
import { show } from '../show'

const contract = JSON.parse(readFileSync('../openapi/openapi.json', 'utf8')) as {
  components: { schemas: Record<string, { enum?: string[] }> }
}
const permissions = contract.components.schemas.Permission?.enum ?? []

test('every permission of the contract has words in both languages', () => {
  expect(permissions.length).toBeGreaterThan(20)
  const english: Record<string, Record<string, string>> = en.accounts.permissions
  for (const permission of permissions) {
    const [noun = '', verb = ''] = permission.split(':')
    expect(nounWord(noun), permission).not.toBe(noun)
    expect(verbWord(permission), permission).not.toBe(verb)
    expect(english[noun]?.[verb], permission).toBeTruthy()
  }
})

test('permissions of one noun stand together, from reading on', () => {
  const given = ['funds:read', 'households:write', 'imports:merge', 'households:read']
  expect(byNoun(given)).toEqual([
    { noun: 'households', permissions: ['households:read', 'households:write'] },
    { noun: 'imports', permissions: ['imports:merge'] },
    { noun: 'funds', permissions: ['funds:read'] },
  ])
  expect(scopesInWords(['households:read'])).toBe('农户档案 查看')
})

test('the address of the list: what it knows goes to the server, the rest is dropped', () => {
  const search = userSearch({
    role: 'town',
    state: 'asleep',
    must_change_password: 'true',
    text: 'x',
  })
  expect(userQueryOf(search, 'p1')).toEqual({
    page: 1,
    page_size: 50,
    role: 'town',
    must_change_password: true,
    place_id: 'p1',
  })
})

test('keys: a set, a list or one; a private part is never taken', () => {
  const key = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }
  for (const text of [{ keys: [key] }, [key], key])
    expect(readKeys(JSON.stringify(text))).toEqual({ keys: [key] })
  expect(readKeys(JSON.stringify({ ...key, d: 's' }))).toEqual({ fault: 'private' })
  expect(readKeys('{"keys":[]}')).toEqual({ fault: 'noKey' })
  expect(readKeys('-----BEGIN')).toEqual({ fault: 'notJson' })
})

test('snippets name the client and the first thing it may read, never a secret', () => {
  const secret = tokenBySecret('https://fp.example', 'c-1')
  expect(secret).toContain('https://fp.example/oauth2/token')
  expect(secret).toContain('client.secret')
  expect(tokenByKey('https://fp.example', 'c-1')).toContain('"iss": "c-1"')
  expect(readOf('https://fp.example', ['places:read', 'registers:read'])).toContain(
    'https://fp.example/api/v1/registers',
  )
})

test('a secret goes away only when it is said to be kept', async () => {
  const onDone = vi.fn()
  show(
    <OneTimeSecret
      title="一次性密码"
      note="只显示这一次"
      owner={{ label: '用户名', text: 'lin' }}
      secret={{ label: '一次性密码', text: 'k7Pm-x2Qd' }}
      onDone={onDone}
    />,
  )
  const user = userEvent.setup()
  await user.keyboard('{Escape}')
  expect(screen.getByText('k7Pm-x2Qd')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '完成' })).toBeDisabled()
  await user.click(screen.getByRole('checkbox', { name: '我已抄录或保存好' }))
  await user.click(screen.getByRole('button', { name: '完成' }))
  expect(onDone).toHaveBeenCalledOnce()
})
