import { closeSync, mkdtempSync, openSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestLine, planRanges, visitLines } from './line-ranges.ts'
import { readRow } from './read-row.ts'
import { createRangeScanner } from './scan-range.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-lines-'))

function linesOf(
  content: string | Uint8Array,
  partSize: number,
): { text: string; start: number; tooLong: boolean }[] {
  const file = join(folder, 'lines.jsonl')
  writeFileSync(file, content)
  const descriptor = openSync(file, 'r')
  const lines: { text: string; start: number; tooLong: boolean }[] = []
  try {
    for (const range of planRanges(Buffer.byteLength(content), partSize))
      visitLines(descriptor, range, (bytes, start, tooLong) =>
        lines.push({ text: Buffer.from(bytes).toString('utf8'), start, tooLong }),
      )
  } finally {
    closeSync(descriptor)
  }
  return lines
}

describe('lines of parts of a file', () => {
  it('are the lines of the file, each once and in order, however it is divided', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '小'), maxLength: 12 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (lines, partSize, isEnded, ending) => {
          const content = lines.join(ending) + (isEnded && lines.length > 0 ? ending : '')
          const expected = content === '' ? [] : content.split(ending)
          if (content.endsWith(ending)) expected.pop()
          expect(linesOf(content, partSize).map(({ text }) => text)).toEqual(expected)
        },
      ),
    )
  })

  it('leave out a byte order mark and mark what is too long', () => {
    expect(linesOf('\ufeff{}\n[]', 100).map(({ text, start }) => [text, start])).toEqual([
      ['{}', 3],
      ['[]', 6],
    ])
    const lines = linesOf(`a\n${'x'.repeat(longestLine + 1)}\nb\n`, 1 << 20)
    expect(lines.map(({ text, tooLong }) => [text, tooLong])).toEqual([
      ['a', false],
      ['', true],
      ['b', false],
    ])
  })
})

describe('rows', () => {
  it('are read in every format we write and in the usual others', () => {
    const turns = [
      { role: 'system', content: 'Think.' },
      { role: 'user', content: 'What is 2 + 2?' },
      { role: 'assistant', content: '4.' },
    ]
    const question = 'What is 2 + 2?'
    for (const value of [
      { question, solution: '4.' },
      { messages: turns, rung: 3 },
      {
        conversations: turns
          .map(({ role, content }) => ({ from: role === 'user' ? 'human' : 'gpt', value: content }))
          .slice(1),
      },
      { instruction: question, input: '', output: '4.' },
      { problem: question, solution: '4.' },
      { prompt: [turns[1]], completion: '4.' },
    ])
      expect(readRow(value)).toMatchObject({ row: { question, solution: '4.' } })
    expect(readRow({ question, answer: 'So <<2+2=4>>4.\n#### 4' })).toMatchObject({ row: { answer: '4' } })
    expect(readRow({ task: question, verdict: { rung: 4 } }, 'task')).toMatchObject({ row: { rung: 4 } })
  })

  it.each([
    [[1, 2], 'not an object'],
    [null, 'not an object'],
    [{ answer: '4' }, 'no question: a row needs a field question with text'],
    [{ question: 7 }, 'question is not text: number'],
    [{ question: null, problem: ' ' }, 'empty question'],
  ])('say what is wrong with %j', (value, reason) => {
    expect(readRow(value)).toEqual({ reason })
  })

  it('that cannot be read are counted in their place and the rest is signed', () => {
    const file = join(folder, 'bad.jsonl')
    const bytes = Buffer.concat([
      Buffer.from('{"id": 5, "question": "What is 1 + 1?"}\n{"question": \n\n"'),
      Buffer.from([0xff, 0x0a]),
      Buffer.from('{"question": "What is 1 + 2?", "id": "x\\ny"}'),
    ])
    writeFileSync(file, bytes)
    const descriptor = openSync(file, 'r')
    const scan = createRangeScanner({
      gate: ({ question }) => (question.endsWith('2?') ? { reason: 'protected', evidence: 7 } : undefined),
    })
    const scanned = scan(descriptor, { start: 0, end: bytes.length })
    closeSync(descriptor)
    expect(scanned.rows).toBe(5)
    expect(scanned.bad.map(({ row, reason }) => [row, reason.replace(/: .*/, '')])).toEqual([
      [1, 'not JSON'],
      [2, 'empty line'],
      [3, 'not UTF-8'],
    ])
    expect(scanned.blocked).toEqual([{ row: 4, reason: 'protected', evidence: 7 }])
    expect([...scanned.signed.present]).toEqual([1, 0, 0, 0, 0])
    expect(Buffer.from(scanned.ids).toString()).toBe('5\nnull\nnull\nnull\n"x\\ny"\n')
  })
})
