import { expect, test } from 'vitest'
import type { TracedStep } from '../../api/contract/walks.ts'
import { edgeKey, emphasiseConcept, emphasiseWalk } from './emphasis.ts'

test('an edge has one key, whichever end comes first', () => {
  expect(edgeKey('b', 'a')).toBe(edgeKey('a', 'b'))
})

test('a concept stands out with what it is joined to', () => {
  const edges = [
    { a: 'a', b: 'b' },
    { a: 'c', b: 'a' },
    { a: 'b', b: 'c' },
  ]
  const emphasis = emphasiseConcept('a', edges)
  expect([...emphasis.current]).toEqual(['a'])
  expect([...emphasis.kept]).toEqual(['b', 'c'])
  expect([...emphasis.edges]).toEqual(['a|b', 'a|c'])
})

const step = (conceptId: string, from: string | undefined, candidates: readonly string[]): TracedStep => ({
  conceptId,
  name: conceptId,
  kind: 'topic',
  phase: from === undefined ? 'start' : 'topic',
  ...(from === undefined ? {} : { from }),
  edgeCount: 1,
  probability: 1,
  candidates: candidates.map((id) => ({
    conceptId: id,
    name: id,
    edgeCount: 1,
    probability: 1 / candidates.length,
    taken: id === conceptId,
  })),
  others: { count: 0, probability: 0 },
})

test('a walk shows no further than the step it stands at', () => {
  const steps = [step('a', undefined, ['a']), step('b', 'a', ['b', 'x']), step('c', 'b', ['c', 'y'])]
  const emphasis = emphasiseWalk(steps, 1)
  expect([...emphasis.current]).toEqual(['b'])
  expect([...emphasis.marked]).toEqual(['a', 'b'])
  expect([...emphasis.kept]).toEqual(['b', 'x'])
  expect([...emphasis.edges]).toEqual(['a|b'])
})
