/**
 * Kills a run with -9 at random points, resumes it, and compares the dataset with that of a run left alone:
 * `node bench/reliability/run.ts [--seeds FILE] [--count 20000] [--kills 10] [--seed 7]`. Prints one JSON line.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { randomAt, randomKey } from '../../src/core/random.ts'

const { values: flags } = parseArgs({
  options: {
    seeds: { type: 'string', default: 'seeds' },
    count: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '7' },
  },
})
const main = resolve(import.meta.dirname, '../../src/surfaces/cli/main.ts')
const root = mkdtempSync(join(tmpdir(), 'conceptloom-kill-'))

interface End {
  readonly code: number | null
  readonly seconds: number
  readonly summary: string
}

/** Runs into `root/name`; kills the process after `life` seconds when given. */
async function run(name: string, life?: number): Promise<End> {
  const { seeds, count, seed } = flags
  const place = ['--out', join(root, name, 'out'), '--workspace', join(root, name, 'work')]
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [main, 'run', '--seeds', seeds, '--count', count, '--seed', seed, ...place, '--json'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let summary = ''
  child.stdout.on('data', (chunk) => (summary += String(chunk)))
  const timer = life === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), life * 1000)
  const code = await new Promise<number | null>((settle) => child.on('close', settle))
  clearTimeout(timer)
  return { code, seconds: (performance.now() - started) / 1000, summary }
}

function fingerprint(name: string): string {
  const folder = join(root, name, 'out')
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(file.slice(folder.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const first = await run('whole')
await run('again')
const random = randomAt(randomKey('kills'), Number(flags.seed))
let landed = 0
const lives: number[] = []
while (landed < Number(flags.kills)) {
  const life = 0.5 + random.float() * (first.seconds / 3)
  lives.push(Math.round(life * 10) / 10)
  const end = await run('killed', life)
  if (end.code === null) landed++
  else break
}
const resumed = await run('killed')
console.log(
  JSON.stringify({
    measure: 'kill -9 and resume',
    pairs: Number(flags.count),
    seconds: Math.round(first.seconds),
    kills: landed,
    lives,
    identicalTwice: fingerprint('again') === fingerprint('whole'),
    identicalAfterKills: resumed.code === 0 && fingerprint('killed') === fingerprint('whole'),
  }),
)
console.log(first.summary.trim())
rmSync(root, { recursive: true })
