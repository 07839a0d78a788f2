import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const place = mkdtempSync(join(tmpdir(), 'conceptloom-pack-'))
const installed = join(place, 'package')

function run(command: string, args: readonly string[], cwd: string = root): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A tool of this repository, by name. */
function tool(name: string): string {
  return join(root, 'node_modules/.bin', name)
}

describe('the package', { timeout: 120_000 }, () => {
  beforeAll(() => {
    run(tool('tsc'), ['-p', 'tsconfig.build.json'])
    const [{ filename }] = JSON.parse(
      run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place]),
    ) as [{ filename: string }]
    run('tar', ['xzf', join(place, filename), '-C', place])
    symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'))
  }, 120_000)

  it('holds the built code, the seeds and the licence, and no sources or tests', () => {
    expect(readdirSync(installed).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'cypher',
      'dist',
      'node_modules',
      'package.json',
      'prices.yaml',
      'prompts',
      'seeds',
    ])
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([])
    expect(files.filter((file) => /\.test\.|sample-pairs|walk-properties/.test(file))).toEqual([])
  })

  it('is well-formed for those who import it', () => {
    expect(run(tool('publint'), ['--strict', installed])).toContain('All good')
    // It ends with an exit code of its own when a type cannot be resolved, which throws here.
    expect(run(tool('attw'), ['--profile', 'esm-only', '--format', 'ascii', '--pack', installed])).toContain(
      'node16 (from ESM): 🟢',
    )
  })

  it('runs from dist, with threads', () => {
    const args = [
      'run',
      '--seeds',
      'seeds',
      '--count',
      '1000',
      '--workers',
      '2',
      '--out',
      'out',
      '--workspace',
      'work',
      '--json',
    ]
    const summary = JSON.parse(run(process.execPath, ['dist/surfaces/cli/main.js', ...args], installed)) as {
      pairs: { stored: number }
    }
    expect(summary.pairs.stored).toBe(1000)
  })

  it('can be imported', () => {
    const code =
      "import { planWalks, labelProblem } from 'conceptloom'; console.log(typeof planWalks, typeof labelProblem)"
    expect(run(process.execPath, ['--input-type=module', '-e', code], installed).trim()).toBe(
      'function function',
    )
  })
})
