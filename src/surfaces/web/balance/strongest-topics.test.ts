import { expect, it } from 'vitest'
import { strongestTopics } from './strongest-topics.ts'

it('counts a row once for each of its two topics, and once where both are the same', () => {
  const pairs = [
    { a: 'Algebra', b: 'Algebra', rows: 3 },
    { a: 'Algebra', b: 'Geometry', rows: 2 },
    { a: 'Geometry', b: 'Statistics', rows: 4 },
    { a: 'Number', b: 'Number', rows: 5 },
  ]
  expect(strongestTopics(pairs, 3)).toEqual(['Geometry', 'Algebra', 'Number'])
})
