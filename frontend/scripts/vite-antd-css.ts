// Builds antd's CSS once, for the components that src/ imports and with our theme, so that no
// style is computed (or injected past the content security policy) in the browser.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Plugin, runnerImport } from 'vite'

const ID = 'virtual:antd.css'
const ALWAYS = [
  'message',
  'notification',
  'Modal',
  'Tooltip',
  'Spin',
  'Space',
  'Divider',
  'Checkbox',
  'Radio',
  'Button',
  'Empty',
  'Input',
]
const NO_STYLE = new Set(['App', 'ConfigProvider'])

function used(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(path.join(dir, file), 'utf8').matchAll(/import \{([^}]*)\} from 'antd'/gs),
    ])
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((name) => name.trim().split(' as ')[0] ?? '')
    .filter((name) => name && !name.startsWith('type ') && !NO_STYLE.has(name))
}

// cssinjs hashes class names unless NODE_ENV=production when it loads: extraction runs in a child.
const CHILD = `
const { extractStyle } = await import('@ant-design/static-style-extract')
const { ConfigProvider } = await import('antd')
const { createElement } = await import('react')
const { theme, includes } = JSON.parse(process.argv[1])
console.warn = console.error = () => {}
const customTheme = (node) => createElement(ConfigProvider, { theme }, node)
process.stdout.write(extractStyle({ includes, customTheme }))`

export function antdCss(): Plugin {
  let building = false
  return {
    name: 'antd-static-css',
    configResolved(config) {
      building = config.command === 'build'
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined
      if (!building) return ''
      const { module } = await runnerImport<{ theme: object }>('./src/app/theme.ts')
      const input = JSON.stringify({
        theme: { ...module.theme, hashed: false, cssVar: { key: 'app' } },
        includes: [...new Set([...ALWAYS, ...used('src')])].sort(),
      })
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '-e', CHILD, input],
        { env: { ...process.env, NODE_ENV: 'production' }, maxBuffer: 1 << 26 },
      )
      return stdout
    },
  }
}
