/**
 * Runs a bench by name with its own flags: `npm run -s bench -- walk`. Without a name it lists them. Each prints one JSON line per
 * measure, with the baseline taken in the same run.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, 'run.ts')),
)
const [name, ...flags] = process.argv.slice(2)
if (name === undefined || !names.includes(name)) {
  console.error(`benches: ${names.join(', ')}`)
  process.exitCode = 2
} else {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, name, 'run.ts'), ...flags], {
    stdio: 'inherit',
  })
  process.exitCode = run.status ?? 1
}
