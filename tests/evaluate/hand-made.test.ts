import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { benchSets } from '../../src/steps/evaluate/bench-item.ts'
import { readBench } from '../../src/steps/evaluate/load/read-bench.ts'
import { scoreCompletion } from '../../src/steps/evaluate/score/score-completion.ts'
import { handMade } from './hand-made.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-hand-made-'))
afterAll(() => rmSync(folder, { recursive: true }))

function load(): ReturnType<typeof readBench> {
  const sets = Object.fromEntries(
    benchSets.map((set) => {
      const rows = handMade.filter((made) => made.set === set).map(({ row }) => JSON.stringify(row))
      writeFileSync(path.join(folder, `${set}.jsonl`), rows.join('\n'))
      return [set, `${set}.jsonl`]
    }),
  )
  writeFileSync(path.join(folder, 'bench.yaml'), JSON.stringify({ sets }))
  return readBench(path.join(folder, 'bench.yaml'))
}

describe('hand-made completions of every source', () => {
  const bench = load()
  it('loads every row of every set', () => {
    expect(bench.sets.map(({ set }) => set)).toEqual(benchSets)
    expect(bench.sets.flatMap(({ bad, excluded }) => [...bad, ...excluded])).toEqual([])
  })
  const turns = new Map<string, number>()
  const cases = handMade.flatMap((made) => {
    const turn = turns.get(made.set) ?? 0
    turns.set(made.set, turn + 1)
    const item = bench.sets.find(({ set }) => set === made.set)?.items[turn]
    return [
      ...made.right.map((completion) => ({ set: made.set, item, completion, expected: true })),
      ...made.wrong.map((completion) => ({ set: made.set, item, completion, expected: false })),
    ]
  })
  it.each(cases)('$set: $completion is right: $expected', ({ item, completion, expected }) => {
    if (item === undefined) throw new Error('not loaded')
    const { correct, prediction, outcome, method } = scoreCompletion(item, completion, 0)
    expect({ correct, gold: item.answer, prediction, outcome, method }).toMatchObject({ correct: expected })
  })
})
