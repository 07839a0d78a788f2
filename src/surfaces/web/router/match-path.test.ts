import { expect, test } from 'vitest'
import { matchPath } from './match-path.ts'

test.each([
  ['/', '/', {}],
  ['/walks', '/walks', {}],
  ['/walks', '/walks/', {}],
  ['/concepts/:id', '/concepts/ab12', { id: 'ab12' }],
  ['/concepts/:id', '/concepts/a%20b%2Fc', { id: 'a b/c' }],
  ['/concepts/:id', '/concepts', undefined],
  ['/concepts/:id', '/concepts/a/b', undefined],
  ['/concepts/:id', '/concepts/%E0%A4%A', undefined],
  ['/walks', '/runs', undefined],
])('%s for %s', (pattern, path, values) => {
  expect(matchPath(pattern, path)).toEqual(values)
})
