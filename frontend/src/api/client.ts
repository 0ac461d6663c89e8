/** The one door to the server: adds the token, renews it once, turns refusals into ApiError. */
import { ApiError, noAnswer, refusal } from './problem'
import { session } from './session'

export { ApiError } from './problem'

async function send(request: Request): Promise<Response> {
  if (session.token) request.headers.set('Authorization', `Bearer ${session.token}`)
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw noAnswer()
  }
}

/** `fetch` with our session; throws ApiError for every answer that is not 2xx. */
export const sessionFetch: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const again = request.clone()
  let response = await send(request)
  const aboutLogin = /\/auth\/(login|refresh)$/.test(new URL(request.url).pathname)
  if (response.status === 401 && !aboutLogin) {
    if (await session.refresh()) response = await send(again)
    if (response.status === 401) session.lost()
  }
  if (!response.ok) throw await refusal(response)
  return response
}

/** Read by the generated client when it starts. */
export const createClientConfig = <Config extends object>(config: Config) => ({
  ...config,
  baseUrl: '',
  fetch: sessionFetch,
  credentials: 'same-origin' as const,
  throwOnError: true as const,
})

/** Header for a change that must meet the version it was made from (RFC 9110, strong ETag). */
export const ifMatch = (etag: string) => ({ 'If-Match': etag })

/** `crypto.randomUUID` is missing on plain-http intranet addresses; random bytes are not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Header for a command that must have one effect only. Make the key when the form opens. */
export const idempotent = (key: string) => ({ 'Idempotency-Key': key })

export type Tagged<T> = T & { etag: string }
/** Keeps the version with the record it belongs to: `tagged(getHousehold({ path }))`. */
export async function tagged<T extends object>(
  call: Promise<{ data: T; response: Response }>,
): Promise<Tagged<T>> {
  const { data, response } = await call
  return { ...data, etag: response.headers.get('ETag') ?? '' }
}

export const isConflict = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status === 412
