import { afterEach, expect, test, vi } from 'vitest'
import { sheet } from '@/features/registers/queries'
import { registerSearch } from '@/features/registers/search'

afterEach(() => vi.unstubAllGlobals())

test('a stale or hand-edited address falls back field by field', () => {
  expect(
    registerSearch({ sort: '-age', at: '2018-02-30', village: 'v1', which: 'all', page: '2' }),
  ).toEqual({ sort: '-age', village: 'v1', page: 2 })
  expect(registerSearch({ sort: 'age;drop', at: '2018-07-02', which: 'unknown' })).toEqual({
    at: '2018-07-02',
    which: 'unknown',
  })
})

test('the sheet asks for what is listed, and takes the server’s file name', async () => {
  const asked: string[] = []
  vi.stubGlobal(
    'Request',
    class extends Request {
      constructor(input: string, init?: RequestInit) {
        super(new URL(input, 'http://localhost'), init)
      }
    },
  )
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.url)
    const name = encodeURIComponent('老人名册_2018-07-02.csv')
    return new Response('x', {
      headers: { 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    })
  })
  const { name } = await sheet(
    'elderly',
    'csv',
    { at: '2018-07-02', which: 'unknown', page: 3 },
    'v1',
  )
  expect(asked).toEqual([
    'http://localhost/api/v1/registers/elderly.csv?at=2018-07-02&which=unknown&place=v1',
  ])
  expect(name).toBe('老人名册_2018-07-02.csv')
})
