// Finds a Chromium for the browser tests; the last resort needs neither root nor apt.
// Order: $CHROMIUM_PATH, browsers on PATH, well-known places, Playwright's own download, npm-packed Chromium.
import { execFileSync } from 'node:child_process'
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--lang=zh-CN',
]
const PACKED = ['@sparticuz/chromium@147.0.0', '@expo-google-fonts/noto-sans-sc@0.4.3'] // last ones for node 20
const cache = process.env.BROWSER_CACHE ?? path.join(homedir(), '.cache/jingzhun-browser')
const ok = (p) => {
  try {
    accessSync(p, constants.X_OK)
    return true
  } catch {
    return false
  }
}
const onPath = (n) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((d) => path.join(d, n))
    .find(ok)
const hasChinese = () => {
  try {
    return (
      execFileSync('fc-list', [':lang=zh-cn', 'family'], { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim() !== ''
    )
  } catch {
    return false
  }
}

function system() {
  const env = process.env.CHROMIUM_PATH
  if (env) {
    if (!ok(env)) throw new Error(`CHROMIUM_PATH=${env} is not executable`)
    return { path: env, from: 'CHROMIUM_PATH' }
  }
  if (process.env.BROWSER_PACKED) return null
  for (const n of [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
    'microsoft-edge',
  ]) {
    const p = onPath(n)
    if (p) return { path: p, from: n }
  }
  for (const p of [
    '/usr/bin/chromium',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ])
    if (ok(p)) return { path: p, from: p }
  const root = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(homedir(), '.cache/ms-playwright')
  if (existsSync(root))
    for (const d of readdirSync(root)
      .filter((d) => /^chromium/.test(d))
      .sort()
      .reverse())
      for (const s of [
        'chrome-linux64/chrome',
        'chrome-linux/chrome',
        'chrome-headless-shell-linux64/chrome-headless-shell',
        'chrome-linux/headless_shell',
      ]) {
        const p = path.join(root, d, s)
        if (ok(p)) return { path: p, from: 'playwright' }
      }
  return null
}
async function packed() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const pkg = path.join(cache, 'node_modules/@sparticuz/chromium')
  if (!existsSync(pkg)) {
    mkdirSync(cache, { recursive: true })
    execFileSync(
      'npm',
      [
        'install',
        '--prefix',
        cache,
        '--no-save',
        '--no-package-lock',
        '--ignore-scripts',
        ...PACKED,
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  }
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x' // makes it unpack its own libnss3/libnspr4 and set LD_LIBRARY_PATH, FONTCONFIG_PATH
  const m = await import(
    pathToFileURL(createRequire(path.join(cache, 'x.js')).resolve('@sparticuz/chromium')).href
  )
  const exe = await (m.default?.default ?? m.default).executablePath()
  const fonts = path.join(cache, 'node_modules/@expo-google-fonts/noto-sans-sc'),
    dst = path.join(tmpdir(), 'fonts/fonts')
  mkdirSync(dst, { recursive: true })
  for (const f of ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'])
    if (!existsSync(path.join(dst, path.basename(f))))
      copyFileSync(path.join(fonts, f), path.join(dst, path.basename(f)))
  return { path: exe, from: '@sparticuz/chromium' }
}
export async function findBrowser({ install = true } = {}) {
  const b = system() ?? (install ? await packed() : null)
  if (b && b.from !== '@sparticuz/chromium' && !hasChinese())
    console.error(
      'warning: no Chinese font; screenshots will lack text (apt-get install fonts-noto-cjk)',
    )
  return b && { ...b, args: flags }
}
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const t = Date.now(),
    b = await findBrowser()
  if (!b) {
    console.error('No Chromium. apt-get install -y chromium fonts-noto-cjk, or set CHROMIUM_PATH.')
    process.exit(3)
  }
  console.log(`${b.path}\t${b.from}\t${Date.now() - t} ms`)
}
