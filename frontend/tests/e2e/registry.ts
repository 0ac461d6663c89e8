import { type APIRequestContext, expect } from '@playwright/test'
import { demoAccount } from './people'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A made-up ID number of a division that does not exist, with a last character that fits. */
export function idNumber(born: string, order: number): string {
  const start = `440899${born}${String(order).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(start[at]), 0)
  return start + '10X98765432'[sum % 11]
}

export interface Made {
  id: string
  household_no: string
  etag: string
}

/** The API as somebody uses it: for what a test needs before it begins. */
export async function signedIn(request: APIRequestContext, username: string) {
  const { password } = demoAccount(username)
  const answer = await request.post('/api/v1/auth/login', { data: { username, password } })
  const { access_token } = (await answer.json()) as { access_token: string }
  const Authorization = `Bearer ${access_token}`
  return async (method: string, path: string, data?: object, headers: object = {}) => {
    const response = await request.fetch(`/api/v1${path}`, {
      method,
      headers: { Authorization, ...headers },
      ...(data && { data }),
    })
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true)
    return response
  }
}

let made = 0
const run = Date.now() % 1_000_000_000

/** A household of a head and a wife in the first village of Dongjian. */
export async function makeHousehold(
  request: APIRequestContext,
  names: readonly [string, string],
): Promise<Made> {
  const call = await signedIn(request, 'demo-poverty-office')
  const { items } = (await (await call('GET', '/places')).json()) as {
    items: { id: string; kind: string; parent_id: string; name: string }[]
  }
  const town = items.find(({ kind, name }) => kind === 'town' && name.startsWith('东简'))
  const village = items.find(({ parent_id }) => parent_id === town?.id)
  made += 1
  const order = ((run % 400) + made) * 2
  const born = `${1950 + (run % 37)}0${1 + (made % 9)}1${made % 10}`
  const member = (name: string, at: number, relation: string) => ({
    name,
    id_kind: '01',
    id_number: idNumber(born, order + at),
    relation,
    health: ['01'],
    labour: '01',
    education: '02',
    student_status: '01',
  })
  const response = await call(
    'POST',
    '/households',
    {
      household_no: `E${run}${made}`,
      village_id: village?.id,
      valid_from: '2018-01-01',
      facts: {
        registration: 'candidate',
        household_kind: 'general',
        main_cause: '1',
        contact_phone: '13800001234',
      },
      members: [member(names[0], 1, '01'), member(names[1], 2, '02')],
    },
    { 'Idempotency-Key': `e2e-household-${run}-${made}` },
  )
  const { id, household_no } = (await response.json()) as Made
  return { id, household_no, etag: response.headers().etag ?? '' }
}
