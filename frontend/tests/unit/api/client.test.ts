import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError, isConflict, newKey, sessionFetch, tagged } from '@/api/client'
import { session } from '@/api/session'

type Answer = (request: Request) => Response | Promise<Response>
const json = (status: number, body: object, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } })

let calls: Request[]
function server(answer: Answer) {
  vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) => {
    const request =
      input instanceof Request ? input : new Request(new URL(String(input), location.href), init)
    calls.push(request)
    return answer(request)
  })
}
const refreshes = () => calls.filter(({ url }) => url.endsWith('/auth/refresh')).length
const url = 'http://localhost/api/v1/me'

beforeEach(() => {
  calls = []
  session.begin('old')
})
afterEach(() => vi.unstubAllGlobals())

describe('the session', () => {
  const expired: Answer = (request) => {
    if (request.url.endsWith('/auth/refresh')) return json(200, { access_token: 'new' })
    return request.headers.get('Authorization') === 'Bearer new'
      ? json(200, { ok: true })
      : json(401, {})
  }

  test('many expired requests share one refresh and are sent again', async () => {
    server(expired)
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => sessionFetch(url)))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(refreshes()).toBe(1)
    expect(session.token).toBe('new')
  })

  test('a body is sent again whole', async () => {
    server(expired)
    await sessionFetch(url, { method: 'POST', body: '{"a":1}' })
    expect(await calls.at(-1)?.text()).toBe('{"a":1}')
  })

  test('a session that is over is said once to whoever listens', async () => {
    server(() => json(401, { code: 'expired' }))
    const over = vi.fn()
    const off = session.onEnd(over)
    await expect(sessionFetch(url)).rejects.toThrow(ApiError)
    off()
    expect(over).toHaveBeenCalledOnce()
    expect(session.token).toBeNull()
  })

  test('a wrong password asks for no refresh', async () => {
    server(() => json(401, { code: 'bad-credentials' }))
    await expect(sessionFetch('http://localhost/api/v1/auth/login')).rejects.toThrow(ApiError)
    expect(refreshes()).toBe(0)
  })

  test('the token is in no storage', async () => {
    session.begin('secret-token')
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret')
    expect(document.cookie).not.toContain('secret')
  })
})

describe('refusals', () => {
  test('problem+json keeps code, sentence and fields', async () => {
    const errors = [{ pointer: '/name', code: 'missing', message: '请填写姓名' }]
    server(() =>
      json(
        422,
        { status: 422, code: 'invalid', detail: '有误', errors },
        'application/problem+json',
      ),
    )
    const error = await sessionFetch(url).catch((caught: unknown) => caught as ApiError)
    expect(error).toBeInstanceOf(ApiError)
    expect((error as ApiError).problem).toMatchObject({ code: 'invalid', detail: '有误', errors })
  })

  test('an answer that is no problem+json is still an error', async () => {
    server(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    await expect(sessionFetch(url)).rejects.toMatchObject({
      problem: { code: 'http_502', errors: [] },
    })
  })

  test('no answer at all', async () => {
    server(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(sessionFetch(url)).rejects.toMatchObject({
      problem: { status: 0, code: 'network' },
    })
  })

  test('a conflict is told apart', async () => {
    server(() => json(412, { status: 412, code: 'stale' }))
    const error = await sessionFetch(url).catch((caught: unknown) => caught)
    expect(isConflict(error)).toBe(true)
    expect(isConflict(new Error('x'))).toBe(false)
  })
})

test('a record keeps the version it was read with', async () => {
  const response = new Response(null, { headers: { ETag: '"7"' } })
  expect(await tagged(Promise.resolve({ data: { id: 1 }, response }))).toEqual({
    id: 1,
    etag: '"7"',
  })
})

test('keys differ and are long enough', () => {
  const keys = new Set(Array.from({ length: 1000 }, newKey))
  expect(keys.size).toBe(1000)
  expect([...keys].every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true)
})
