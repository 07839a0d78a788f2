import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const recorded = resolve(import.meta.dirname, '../../../shared/data/xylonfu_extractions.jsonl')
if (!existsSync(recorded) && process.env['REQUIRE_PUBLIC_DATA'] === 'true')
  throw new Error(`missing in CI: ${recorded}`)

describe.skipIf(!existsSync(recorded))('conceptloom run --extractor replay', () => {
  it('runs the whole way on a hundred real extractions of a model', { timeout: 60_000 }, async () => {
    const place = mkdtempSync(join(tmpdir(), 'conceptloom-replay-'))
    const { code, stdout, stderr } = await runCommand([
      'run',
      '--seeds',
      recorded,
      '--extractor',
      'replay',
      '--labels',
      recorded,
      '--count',
      '100',
      '--out',
      join(place, 'out'),
      '--workspace',
      join(place, 'work'),
      '--json',
      '--allow-unknown-license',
    ])
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      engine: { extractor: 'replay' },
      seeds: { admitted: 100 },
      pairs: { stored: 100 },
    })
    // Open names that no one has aligned stay in the graph, and the summary says how much of it is out of reach.
    const summary = JSON.parse(stdout) as {
      graph: { knowledgePoints: number }
      support: { knowledgePoints: number }
      measures: { byRung: Record<string, number> }
      curation: { marked: Record<string, number> }
    }
    const marked = Object.values(summary.curation.marked).reduce((sum, number) => sum + number, 0)
    expect(summary.measures.byRung).toEqual({ 5: 100 - marked })
    expect(summary.graph.knowledgePoints).toBeGreaterThan(200)
    expect(summary.support.knowledgePoints).toBeLessThan(0.5)
  })
})
