// Browser tests run against the built SPA, served by the real backend with a data folder of its own.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser.mjs'

const browser = await findBrowser()
if (!browser)
  throw new Error('No Chromium: install chromium and fonts-noto-cjk, or set CHROMIUM_PATH')

const port = Number(process.env.E2E_PORT ?? 8731)
const address = `http://127.0.0.1:${port}`
// The config is read by every worker; only the first one makes a folder and starts the backend.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'jingzhun-e2e-'))
const folder = process.env.E2E_DATA_DIR
// The backend says the demo passwords on its console and nowhere else: tests read them there.
const log = `${folder}/console.log`
const backend = process.env.E2E_COMMAND ?? `../.venv/bin/jingzhun run --port ${port}`

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: Number(process.env.E2E_WORKERS ?? 2),
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 30_000,
  expect: { timeout: 10_000 },
  globalTeardown: './tests/e2e/teardown.ts',
  use: {
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: browser.path, args: browser.args },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `${backend} 2> ${log} || (cat ${log} >&2; exit 1)`,
    url: `${address}/healthz`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: { JINGZHUN_DATA_DIR: `${folder}/data`, JINGZHUN_LOG_LEVEL: 'ERROR' },
  },
})
