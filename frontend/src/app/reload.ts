const RELOADED_AT = 'jingzhun:reloaded-at'

/** After an upgrade the old page asks for files that are gone: load the new page, but only once. */
export function reloadOnceWhenChunksAreGone(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0)
    if (Date.now() - last < 60_000) return
    event.preventDefault()
    sessionStorage.setItem(RELOADED_AT, String(Date.now()))
    location.reload()
  })
}
