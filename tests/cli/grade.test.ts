import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, '../../src/surfaces/cli/main.ts')

function grade(
  input: string,
  ...flags: readonly string[]
): { code: number | null; lines: string[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'grade', '-', ...flags], {
    input,
    encoding: 'utf8',
  })
  return { code: status, lines: stdout.split('\n').slice(0, -1), stderr }
}

describe('conceptloom grade', () => {
  it('prints one line per row in order, bad rows included, and exits with 5 for these', () => {
    const rows = [
      '{"id":7,"gold":"1/2","pred":"0.5"}',
      'nonsense',
      '',
      '{"gold":"5"}',
      '{"gold":3,"pred":null}',
      '{"gold":"x","pred":"X"}',
    ]
    const { code, lines, stderr } = grade(`${rows.join('\n')}\n`, '--json')
    const replies = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(replies.map(({ equal, outcome }) => [equal, outcome])).toEqual([
      [true, 'equal'],
      [false, 'undecided'],
      [false, 'undecided'],
      [false, 'undecided'],
      [false, 'undecided'],
      [false, 'different'],
    ])
    expect(replies[0]).toEqual({
      id: 7,
      gold: '1/2',
      pred: '0.5',
      equal: true,
      outcome: 'equal',
      method: 'exact',
      reason: 'the same rational value',
    })
    expect(replies.map(({ error }) => error)).toEqual([
      undefined,
      'not JSON',
      'empty line',
      'no pred',
      undefined,
      undefined,
    ])
    expect(stderr).toContain('stdin:2: not JSON')
    expect(code).toBe(5)
  })

  it('exits with 0 where answers differ, and with 2 for a file that is not there', () => {
    expect(grade('{"gold":"1","pred":"2"}\n')).toMatchObject({
      code: 0,
      lines: ['different  exact: different rational values'],
    })
    const missing = spawnSync(process.execPath, [main, 'grade', 'no-such-file.jsonl'], { encoding: 'utf8' })
    expect(missing.status).toBe(2)
    expect(missing.stderr).toContain('no such file: no-such-file.jsonl')
  })
})
