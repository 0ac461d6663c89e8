// Holds the direction of imports; a cruise that saw no TypeScript is a fault, not a success.
import { cruise } from 'dependency-cruiser'
import config from '../dependency-cruiser.cjs'

const { output, exitCode } = await cruise(['src'], {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
  outputType: 'json',
})
const { totalCruised, violations } = JSON.parse(output).summary
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} → ${to}`)
console.log(`imports: ${totalCruised} modules`)
process.exit(exitCode || (totalCruised < 50 ? 1 : 0) || (violations.length ? 1 : 0))
