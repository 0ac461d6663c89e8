/**
 * Who is signed in, as far as the browser knows: the access token lives in this module's memory
 * and nowhere else; the refresh token is a cookie that scripts cannot read.
 */
let token: string | null = null
let refreshing: Promise<boolean> | null = null
const listeners = new Set<() => void>()
const otherTabs =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('jingzhun-session')

function ended(): void {
  token = null
  for (const listener of listeners) listener()
}
otherTabs?.addEventListener('message', ended)

async function askForToken(): Promise<boolean> {
  try {
    const response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      credentials: 'same-origin',
    })
    token = response.ok ? ((await response.json()) as { access_token: string }).access_token : null
    return response.ok
  } catch {
    return false
  }
}

// A refresh token used twice revokes the whole session, so tabs that share the cookie take turns.
const inTurn = (): Promise<boolean> =>
  navigator.locks ? navigator.locks.request('jingzhun-refresh', askForToken) : askForToken()

export const session = {
  get token(): string | null {
    return token
  },
  begin(accessToken: string): void {
    token = accessToken
  },
  /** Signed out here: the other tabs must not go on with a token of their own. */
  end(): void {
    otherTabs?.postMessage('ended')
    ended()
  },
  /** The server no longer knows us; other tabs find out by themselves. */
  lost: ended,
  onEnd(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Many requests answered 401 at once share one refresh. */
  refresh(): Promise<boolean> {
    refreshing ??= inTurn().finally(() => {
      refreshing = null
    })
    return refreshing
  },
}
