import { expect, test } from 'vitest'
import { splitMaths } from './split-maths.ts'

const shape = (text: string): string =>
  splitMaths(text)
    .map(({ kind, text: inside }) =>
      kind === 'text' ? inside : `${kind === 'inline' ? '‹' : '«'}${inside}›`,
    )
    .join('')

test.each([
  ['no formula', 'no formula'],
  ['Let $n$ be $x^2$.', 'Let ‹n› be ‹x^2›.'],
  ['$$\\frac{1}{2}$$ and \\[a\\]', '«\\frac{1}{2}› and «a›'],
  [String.raw`\(a\) or $b$`, '‹a› or ‹b›'],
  ['It costs $5 and then $6 more.', 'It costs $5 and then $6 more.'],
  ['It costs \\$5, so $x = 5$.', 'It costs $5, so ‹x = 5›.'],
  ['$28 a day for $n$ days', '$28 a day for ‹n› days'],
  ['Give $ x + 1 $ here', 'Give ‹x + 1› here'],
  ['$3, $4 and $n$', '$3, $4 and ‹n›'],
  ['one $ alone', 'one $ alone'],
  ['$12 a kilogram', '$12 a kilogram'],
  [String.raw`$\$5 + 3$`, String.raw`‹\$5 + 3›`],
])('%s', (text, wanted) => {
  expect(shape(text)).toBe(wanted)
})
