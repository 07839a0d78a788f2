import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { problemKinds } from './problems.ts'

it('are listed in the guide, each with its status', () => {
  const guide = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const listed = [...guide.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, kind, status]) => [
    kind,
    Number(status),
  ])
  expect(listed).toEqual(Object.entries(problemKinds).map(([kind, { status }]) => [kind, status]))
})
