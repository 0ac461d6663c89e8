// Refuses source files that have grown past what one reads at a sitting.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const LIMITS = [
  ['src', /\.tsx$/, 200],
  ['src', /\.ts$/, 300],
  ['tests', /\.tsx?$/, 400],
]
const tooLong = LIMITS.flatMap(([root, name, limit]) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file) && !file.startsWith(path.join('api', 'gen')))
    .map((file) => path.join(root, file))
    .map((file) => [file, readFileSync(file, 'utf8').split('\n').length - 1, limit])
    .filter(([, lines]) => lines > limit),
)
for (const [file, lines, limit] of tooLong) console.error(`${file}: ${lines} lines, limit ${limit}`)
process.exit(tooLong.length ? 1 : 0)
