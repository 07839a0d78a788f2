import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand, startCommand, finished } from './run-command.ts'

const seeds = resolve(import.meta.dirname, '../../seeds')

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'conceptloom-run-'))
}

function runArgs(place: string, more: readonly string[] = []): string[] {
  return [
    'run',
    '--seeds',
    seeds,
    '--count',
    '600',
    '--seed',
    '7',
    '--out',
    join(place, 'out'),
    '--workspace',
    join(place, 'work'),
    '--json',
    ...more,
  ]
}

/** Hash of every file of a folder, by path. */
function fingerprint(place: string): Readonly<Record<string, string>> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        file.slice(place.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  )
}

interface Row {
  readonly messages: readonly { readonly content: string }[]
  readonly id: string
}

function rowsOf(place: string): readonly Row[] {
  return readFileSync(join(place, 'out/jsonl/train.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

describe('conceptloom run', () => {
  it('writes a dataset whose rows explain themselves', { timeout: 120_000 }, async () => {
    const place = folder()
    const { code, stdout, stderr } = await runCommand(runArgs(place))
    expect(code, stderr).toBe(0)
    const summary = JSON.parse(stdout) as {
      pairs: { stored: number }
      measures: { byRung: Record<string, number>; questions: number }
    }
    expect(summary.pairs.stored).toBe(600)
    expect(summary.measures).toMatchObject({ byRung: { 5: 600 }, questions: 600 })
    const rows = rowsOf(place)
    expect(rows.length).toBeGreaterThan(500)

    const { id } = rows[0] as Row
    const explained = await runCommand([
      'explain',
      id.slice(0, 12),
      '--workspace',
      join(place, 'work'),
      '--json',
    ])
    expect(explained.code, explained.stderr).toBe(0)
    const explanation = JSON.parse(explained.stdout) as {
      families: string[]
      supportedBy: unknown[]
      walk: { steps: { probability: number; concept: string }[] }
    }
    expect(explanation.families.length).toBeGreaterThan(0)
    expect(explanation.supportedBy.length).toBeGreaterThan(0)
    expect(explanation.walk.steps.every((step) => step.probability > 0 && step.probability <= 1)).toBe(true)

    const inspected = await runCommand(['dataset', 'inspect', join(place, 'out'), '--json'])
    expect(JSON.parse(inspected.stdout)).toMatchObject({ intact: true, broken: [] })
  })

  it(
    'gives the same bytes with one thread or three, and when it is run again',
    { timeout: 120_000 },
    async () => {
      const [first, second] = [folder(), folder()]
      await runCommand(runArgs(first, ['--workers', '0']))
      await runCommand(runArgs(second, ['--workers', '3']))
      const before = fingerprint(join(first, 'out'))
      expect(Object.keys(before).length).toBeGreaterThan(8)
      expect(fingerprint(join(second, 'out'))).toEqual(before)
      expect((await runCommand(runArgs(second))).code).toBe(0)
      expect(fingerprint(join(second, 'out'))).toEqual(before)
    },
  )

  it('resumes to the same bytes after kill -9', { timeout: 180_000 }, async () => {
    const whole = folder()
    await runCommand(runArgs(whole))
    const place = folder()
    let kills = 0
    for (const wait of [900, 1300, 1700]) {
      const child = startCommand(runArgs(place, ['--workers', '1']))
      const end = finished(child)
      setTimeout(() => child.kill('SIGKILL'), wait)
      if ((await end).code === null) kills++
    }
    expect(kills).toBeGreaterThan(0)
    expect((await runCommand(runArgs(place))).code).toBe(0)
    expect(fingerprint(join(place, 'out'))).toEqual(fingerprint(join(whole, 'out')))
  })

  it('excludes test rows, reports bad ones and goes on with exit code 5', { timeout: 60_000 }, async () => {
    const place = folder()
    cpSync(join(seeds, 'algebra.jsonl'), join(place, 'seeds.jsonl'))
    const file = join(place, 'seeds.jsonl')
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    const test = JSON.stringify({
      ...(JSON.parse(lines[0] as string) as object),
      id: 't',
      split: 'test',
      question: 'Solve for x: 2x = 8 in a test.',
    })
    writeFileSync(file, [...lines, '{"question": ', test].join('\n'))
    const args = [
      'run',
      '--seeds',
      file,
      '--count',
      '20',
      '--out',
      join(place, 'out'),
      '--workspace',
      join(place, 'work'),
    ]
    const result = await runCommand([...args, '--json'])
    expect(result.code, result.stderr).toBe(5)
    expect(result.stderr).toContain(`${file}:${lines.length + 1}: not JSON`)
    expect(JSON.parse(result.stdout)).toMatchObject({
      seeds: { bad: 1, excludedBySplit: 1, admitted: lines.length },
    })
    const strict = await runCommand([...args, '--strict'])
    expect(strict.code).toBe(5)
    expect(strict.stderr).toContain(`seeds.jsonl:${lines.length + 1}`)
  })

  it(
    'stops at Ctrl-C with exit code 130, and --resume finishes into the folder it was told',
    { timeout: 120_000 },
    async () => {
      const place = folder()
      const child = startCommand(runArgs(place, ['--count', '1500']))
      const end = finished(child)
      setTimeout(() => child.kill('SIGINT'), 2500)
      const stopped = await end
      expect(stopped.code, stopped.stderr).toBe(130)
      expect(stopped.stderr).toContain('--resume')
      const resumed = await runCommand(['run', '--resume', '--workspace', join(place, 'work'), '--json'])
      expect(resumed.code, resumed.stderr).toBe(0)
      expect(JSON.parse(resumed.stdout)).toMatchObject({
        state: 'finished',
        pairs: { stored: 1500 },
        seeds: { read: 403 },
      })
      expect(rowsOf(place).length).toBeGreaterThan(1200)
      const again = await runCommand(['run', '--resume', '--workspace', join(place, 'work')])
      expect(again.code).toBe(2)
    },
  )

  it('refuses before any work what it could not write at the end', { timeout: 60_000 }, async () => {
    const place = folder()
    writeFileSync(join(place, 'mine.txt'), 'kept')
    const foreign = await runCommand([
      'run',
      '--seeds',
      seeds,
      '--count',
      '50',
      '--out',
      place,
      '--workspace',
      join(place, 'w'),
    ])
    expect(foreign.code).toBe(2)
    expect(readdirSync(place)).toEqual(expect.arrayContaining(['mine.txt']))
    const bare = join(folder(), 'bare.jsonl')
    writeFileSync(bare, '{"question": "What is 3 times 4?"}\n')
    const unlicensed = await runCommand([
      'run',
      '--seeds',
      bare,
      '--count',
      '5',
      '--out',
      join(place, 'o'),
      '--workspace',
      join(place, 'w2'),
    ])
    expect(unlicensed.code).toBe(2)
    expect(unlicensed.stderr).toContain('--allow-unknown-license')
  })

  it('does not go on with other labels than a run began with', { timeout: 60_000 }, async () => {
    const place = folder()
    const labels = join(place, 'labels.jsonl')
    const rows = readFileSync(join(seeds, 'algebra.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { question: string }).question)
    const write = (point: string): void =>
      writeFileSync(
        labels,
        rows
          .map((question) =>
            JSON.stringify({ question, topics: ['Algebra'], knowledge_points: [point, 'Slope'] }),
          )
          .join('\n'),
      )
    const args = [
      'run',
      '--seeds',
      join(seeds, 'algebra.jsonl'),
      '--extractor',
      'replay',
      '--labels',
      labels,
      '--count',
      '10',
      '--workspace',
      join(place, 'w'),
      '--json',
    ]
    write('Combinations')
    const first = JSON.parse((await runCommand(args)).stdout) as { run: string }
    write('Permutations')
    const second = JSON.parse((await runCommand(args)).stdout) as { run: string }
    expect(second.run).not.toBe(first.run)
  })

  it('a wrong call is exit code 2, a wrong setting 3', { timeout: 60_000 }, async () => {
    const place = folder()
    expect((await runCommand(['run', '--nonsense'])).code).toBe(2)
    expect((await runCommand(['run', '--resume', '--workspace', join(place, 'w')])).code).toBe(2)
    expect(
      (await runCommand(['run', '--seeds', join(place, 'none.jsonl'), '--workspace', join(place, 'w')])).code,
    ).toBe(2)
    expect((await runCommand(['config', 'show'], { env: { CONCEPTLOOM_WALK_MODE: 'sideways' } })).code).toBe(
      3,
    )
    expect((await runCommand(['explain', '00000000', '--workspace', join(place, 'w')])).code).toBe(2)
  })
})
