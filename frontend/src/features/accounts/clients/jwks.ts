/** Public keys as people have them: a JWKS, a list, or one key. A private part is never sent. */
export type Key = Record<string, unknown>
export type ReadKeys = { keys: Key[] } | { fault: 'notJson' | 'noKey' | 'private' }

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'] as const
const isKey = (value: unknown): value is Key =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'kty' in value

export function readKeys(text: string): ReadKeys {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return { fault: 'notJson' }
  }
  const listed = Array.isArray(said) ? said : ((said as { keys?: unknown } | null)?.keys ?? said)
  const keys = [listed].flat()
  if (keys.length === 0 || !keys.every(isKey)) return { fault: 'noKey' }
  if (keys.some((key) => PRIVATE.some((part) => part in key))) return { fault: 'private' }
  return { keys }
}
