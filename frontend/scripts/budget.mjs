// Fails when the script or style a page needs for its first load outgrows its budget
// (gzip -9 of the built files, KiB). A page not built yet is named and passed over.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const SHELL = 'src/app/shell/Shell.tsx'
const LISTS = ['src/features/households/HouseholdListPage.tsx']
const PAGES = {
  login: { js: 250, parts: ['src/features/accounts/LoginPage.tsx'] },
  list: { js: 350, parts: [SHELL, ...LISTS] },
  dashboard: {
    js: 480,
    parts: [SHELL, 'src/features/indicators/OverviewPage.tsx', 'src/ui/chart/Chart.tsx'],
  },
}
const CSS = 65

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const size = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1024
const sum = (files) => [...new Set(files)].reduce((total, file) => total + size(file), 0)

function needed(keys) {
  const seen = new Set()
  const open = [...keys]
  while (open.length) {
    const key = open.pop()
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...(manifest[key].imports ?? []))
  }
  return [...seen].map((key) => manifest[key])
}

let over = false
for (const [name, { js, parts }] of Object.entries(PAGES)) {
  const missing = parts.filter((part) => !manifest[part])
  if (missing.length) console.log(`      ${name}: not built yet: ${missing.join(', ')}`)
  const chunks = needed(['index.html', ...parts.filter((part) => manifest[part])])
  const script = sum(chunks.map(({ file }) => file).filter((file) => file.endsWith('.js')))
  const style = sum(chunks.flatMap(({ css }) => css ?? []))
  const bad = script > js || style > CSS
  over ||= bad
  const figures = `js ${script.toFixed(1)} / ${js} KiB   css ${style.toFixed(1)} / ${CSS} KiB`
  console.log(`${bad ? 'OVER ' : 'ok   '} ${name.padEnd(10)} ${figures}`)
}
process.exit(over ? 1 : 0)
