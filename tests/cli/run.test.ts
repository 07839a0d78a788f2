import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, rowsOf, runArgs, seeds, type Row } from './run-place.ts'
import { runCommand } from './run-command.ts'

describe('conceptloom run', () => {
  it('writes a dataset whose rows explain themselves', { timeout: 120_000 }, async () => {
    const place = folder()
    const { code, stdout, stderr } = await runCommand(runArgs(place))
    expect(code, stderr).toBe(0)
    const summary = JSON.parse(stdout) as {
      pairs: { stored: number }
      measures: { byRung: Record<string, number>; questions: number }
    }
    expect(summary.pairs.stored).toBe(150)
    expect(summary.measures).toMatchObject({ byRung: { 5: 150 }, questions: 150 })
    const rows = rowsOf(place)
    expect(rows.length).toBeGreaterThan(120)

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
