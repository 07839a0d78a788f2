import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexReferences } from '../steps/curate/decontaminate/reference-index.ts'
import { maximumLineBytes } from '../steps/seeds/read-lines.ts'
import { cutAtLines } from './cut-lines.ts'
import { decontaminateFile } from './decontaminate-file.ts'

const question = (row: number): string =>
  `Worker ${row % 97} packs ${row} boxes with ${(row * 7) % 1000} pens each. How many pens are packed in all? ${'x'.repeat(200)}`

async function decideAll(file: string, workers: number) {
  const references = [5, 20_000].map((row) => ({ id: `r${row}`, text: question(row) }))
  const job = { index: indexReferences(references), strict: false, json: true }
  const outputs: string[] = []
  const errors: string[] = []
  let lines = 0
  for await (const part of decontaminateFile(file, job, workers)) {
    outputs.push(new TextDecoder().decode(part.output))
    errors.push(...part.errors.map(({ line, reason }) => `${lines + line}: ${reason}`))
    lines += part.lines
  }
  return { output: outputs.join(''), errors, lines }
}

describe('decontaminateFile', () => {
  it('decides the same with threads as without, in order', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'conceptloom-decide-'))
    try {
      const file = join(folder, 'rows.jsonl')
      const rows = Array.from({ length: 30_000 }, (_, row) =>
        JSON.stringify({ id: row, question: question(row) }),
      )
      rows[12_345] = 'no row'
      writeFileSync(file, rows.join('\n'))
      const [alone, threads] = [await decideAll(file, 0), await decideAll(file, 2)]
      expect(threads).toEqual(alone)
      expect(alone.errors).toEqual(['12346: not JSON'])
      const decided = alone.output
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; decision: string })
      expect(decided).toHaveLength(30_000)
      expect(decided[20_000]).toMatchObject({ id: '20000', decision: 'block' })
      expect(decided[7]).toMatchObject({ id: '7', decision: 'flag' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('cutAtLines', () => {
  async function cut(...chunks: readonly string[]): Promise<(string | undefined)[]> {
    const parts: (string | undefined)[] = []
    const bytes = (async function* () {
      for (const chunk of chunks) yield await Promise.resolve(new TextEncoder().encode(chunk))
    })()
    for await (const part of cutAtLines(bytes)) parts.push(part && new TextDecoder().decode(part))
    return parts
  }

  it('cuts where lines end and loses nothing', async () => {
    expect(await cut('a\nb', 'c', 'd\ne\nf')).toEqual(['a\n', 'bcd\ne\n', 'f'])
    expect(await cut('', 'a\n', '')).toEqual(['a\n'])
  })

  it('drops a line that is too long and goes on behind it', async () => {
    const long = 'x'.repeat(maximumLineBytes)
    expect(await cut(`a\n${long}`, long, 'x\nb\n')).toEqual(['a\n', undefined, 'b\n'])
    expect(await cut(`${long}x`)).toEqual([undefined])
  })
})
