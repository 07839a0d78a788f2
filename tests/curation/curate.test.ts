import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { curateFiles, type CurationJob } from '../../src/pipeline/curate/curate-files.ts'
import { finished, runCommand, startCommand } from '../cli/run-command.ts'
import { fingerprint } from '../cli/run-place.ts'
import { writeRows } from './row-files.ts'

function jobFor(file: string, out: string): CurationJob {
  return {
    files: [file],
    references: [],
    allowTwins: false,
    out,
    threshold: 0.8,
    linkage: 'connected',
    solutionsPerQuestion: 1,
    questionField: undefined,
    workers: 0,
    progress: () => {},
    reportBad: () => {},
  }
}

describe('conceptloom curate', { timeout: 60_000 }, () => {
  it('writes kept rows byte for byte and says of every other why it is not kept', async () => {
    const { folder, file } = writeRows(40)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const question = 'Which of the two numbers 18 and 24 has more divisors than the other one?'
    const review = ['24', '18'].map((answer) => JSON.stringify({ question, final_answer: answer }))
    const odd = '  {"question" : "What  is 1 + 1?", "unknown": [1.50, "\\u00e9"]}\t'
    writeFileSync(file, [...lines, 'no row', ...review, odd].join('\r\n'))
    const out = join(folder, 'out')
    const { code, stdout, stderr } = await runCommand(['curate', file, '--out', out, '--json'])
    expect(code).toBe(5)
    expect(stderr).toContain(`${file}:41: not JSON`)
    expect(JSON.parse(stdout)).toMatchObject({ rows: 44, kept: 37, nearDuplicates: 4, review: 2, bad: 1 })
    const kept = lines.filter((_, row) => row % 10 !== 9)
    expect(readFileSync(join(out, 'kept.jsonl'), 'utf8')).toBe(`${[...kept, odd].join('\n')}\n`)
    expect(readFileSync(join(out, 'review.jsonl'), 'utf8')).toBe(`${review.join('\n')}\n`)
    const dropped = readFileSync(join(out, 'dropped.jsonl'), 'utf8').trimEnd().split('\n')
    expect(dropped.map((line) => JSON.parse(line) as unknown)[0]).toEqual({
      file: 'rows.jsonl',
      line: 10,
      id: 'r9',
      reason: 'near-duplicate',
      kept: { file: 'rows.jsonl', line: 9 },
      similarity: 1,
    })
    expect(dropped).toHaveLength(5)
  })

  it('keeps out protected problems and, unless they are allowed, their twins', async () => {
    const { folder, file } = writeRows(30)
    const questions = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { question: string }).question)
    const protectedFile = join(folder, 'protected.jsonl')
    const twin = (questions[4] as string).replaceAll(/\d+/g, '7')
    writeFileSync(
      protectedFile,
      [questions[2], twin].map((question) => `${JSON.stringify({ question })}\n`).join(''),
    )
    const args = ['curate', file, '--against', protectedFile, '--json', '--out', join(folder, 'out')]
    const strict = await runCommand(args)
    expect(strict.code, strict.stderr).toBe(0)
    expect(JSON.parse(strict.stdout)).toMatchObject({ blocked: { contaminated: 1 } })
    const dropped = readFileSync(join(folder, 'out/dropped.jsonl'), 'utf8')
    expect(dropped).toContain('"line":3,"id":"r2","reason":"contaminated"')
    expect(dropped).toContain('"line":5,"id":"r4","reason":"protected-twin"')
    const lenient = await runCommand([...args, '--allow-twins'])
    expect(JSON.parse(lenient.stdout)).toMatchObject({ blocked: { contaminated: 1 }, kept: 26 })
  })

  it('goes on after a kill and writes the same bytes', async () => {
    const { folder, file } = writeRows(25_000)
    const out = join(folder, 'killed')
    const child = startCommand(['curate', file, '--out', out, '--workers', '1'])
    const end = finished(child)
    child.stderr?.on('data', () => child.kill('SIGKILL'))
    expect((await end).code).toBeNull()
    expect(existsSync(out)).toBe(false)
    const state = join(folder, '.killed.curation')
    expect(readFileSync(join(state, 'parts.bin')).length).toBeGreaterThan(0)
    // A kill may cut what is being written.
    appendFileSync(join(state, 'parts.bin'), Buffer.from([1, 0, 0, 0, 9, 9, 9, 9, 7]))
    const first: number[] = []
    const progress: CurationJob['progress'] = (stage, done) => void (stage === 'read' && first.push(done))
    await curateFiles({ ...jobFor(file, out), progress })
    await curateFiles(jobFor(file, join(folder, 'whole')))
    expect(fingerprint(out)).toEqual(fingerprint(join(folder, 'whole')))
    expect(first[0] ?? Infinity).toBeGreaterThan(4 * 1024 * 1024)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('goes on after decisions without comparing again, and begins anew under other rules', async () => {
    const { folder, file } = writeRows(500)
    const out = join(folder, 'out')
    const stop = new Error('stopped')
    const failAt =
      (stage: string): CurationJob['progress'] =>
      (at) => {
        if (at === stage) throw stop
      }
    await expect(curateFiles({ ...jobFor(file, out), progress: failAt('write') })).rejects.toBe(stop)
    // Only what a stage does is reported: read and compared rows are there already.
    await curateFiles({ ...jobFor(file, out), progress: failAt('compare') })
    await expect(curateFiles({ ...jobFor(file, out), progress: failAt('write') })).rejects.toBe(stop)
    const other = { ...jobFor(file, out), threshold: 0.5, progress: failAt('compare') }
    await expect(curateFiles(other)).rejects.toBe(stop)
  })
})
