import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../cli/run-command.ts'
import { writeRows } from './row-files.ts'

interface Decision {
  readonly id: string | number
  readonly cluster: number | null
  readonly keep: boolean
  readonly similarity: number | null
  readonly error?: string
  readonly review?: string
}

function decisionsOf(stdout: string): Decision[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Decision)
}

describe('conceptloom dedupe', { timeout: 60_000 }, () => {
  it('prints one line per row, in order, the same with any number of threads', async () => {
    const { file } = writeRows(600)
    const results = await Promise.all(
      ['0', '2'].map((workers) => runCommand(['dedupe', file, '--json', '--workers', workers])),
    )
    expect(results.map(({ code }) => code)).toEqual([0, 0])
    expect(results[1]?.stdout).toBe(results[0]?.stdout)
    const decisions = decisionsOf(results[0]?.stdout ?? '')
    expect(decisions.map(({ id }) => id)).toEqual(Array.from({ length: 600 }, (_, row) => `r${row}`))
    for (const [row, { cluster, keep, similarity }] of decisions.entries()) {
      const isCopy = row % 10 === 9
      expect([row, keep, cluster]).toEqual([row, !isCopy, isCopy ? row : row + 1])
      expect(similarity).toBe(isCopy || row % 10 === 8 ? 1 : null)
    }
  })

  it('goes on after bad rows, says where they are, and ends with 5', async () => {
    const { folder, file } = writeRows(3)
    const bad = join(folder, 'bad.jsonl')
    const [first = '', second = '', third = ''] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(bad, [first, '{"question": ', second, '', '{"text": 1}', third].join('\n'))
    const { code, stdout, stderr } = await runCommand(['dedupe', bad, '--json'])
    expect(code).toBe(5)
    expect(stderr).toContain(`${bad}:2: not JSON`)
    expect(stderr).toContain(`${bad}:4: empty line`)
    expect(stderr).toContain(`${bad}:5: no question`)
    const decisions = decisionsOf(stdout)
    expect(decisions.map(({ keep, error }) => keep !== (error !== undefined))).toEqual(Array(6).fill(true))
    expect(decisions.map(({ cluster }) => cluster)).toEqual([1, null, 3, null, null, 6])
  })

  it('reads standard input, keeps the best, and points at conflicting answers', async () => {
    const question = 'A crate holds 12 jars and Ana fills 7 crates on Monday. How many jars does Ana need?'
    const rows = [
      { question, final_answer: '84', solution: 'short', rung: 5 },
      { question: question.toUpperCase(), final_answer: '85', solution: 'a much longer solution', rung: 3 },
      { question: 'What is 2 + 2?' },
    ]
    const input = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    const { code, stdout } = await runCommand(['dedupe', '-', '--json'], { input })
    expect(code).toBe(0)
    expect(decisionsOf(stdout)).toEqual([
      { id: 1, cluster: 1, keep: true, similarity: 1, review: 'answer-conflict' },
      { id: 2, cluster: 1, keep: false, similarity: 1, review: 'answer-conflict' },
      { id: 3, cluster: 3, keep: true, similarity: null },
    ])
  })

  it('refuses a file that is not there and a threshold that makes no sense', async () => {
    const missing = await runCommand(['dedupe', 'nowhere.jsonl', '--json'])
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('cannot read: nowhere.jsonl')])
    expect((await runCommand(['dedupe', 'x', '--threshold', '1.5'])).code).toBe(2)
  })
})
