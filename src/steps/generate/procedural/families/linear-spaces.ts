import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'

/** First unknown of a system by Cramer's rule. */
const cramer: Family = defineFamily({
  id: 'unknown-by-cramers-rule',
  knowledgePoints: ['cramers-rule'],
  level: 2,
  result: pureNumber,
  givens: {
    a: whole(2, 12),
    b: whole(2, 12),
    e: whole(6, 400),
    c: whole(2, 12),
    d: whole(2, 12),
    f: whole(6, 400),
  },
  sample: (random, fixed) => {
    const draw = (name: 'a' | 'b' | 'c' | 'd'): number => fixed[name] ?? random.integer(2, 12)
    const [a, b, c, d] = [draw('a'), draw('b'), draw('c'), draw('d')]
    const [x, y] = [random.integer(2, 15), random.integer(2, 15)]
    return { a, b, c, d, e: fixed.e ?? a * x + b * y, f: fixed.f ?? c * x + d * y }
  },
  possible: ({ a, b, c, d }) => a * d !== b * c,
  nice: ({ a, b, c, d, e, f }) => a * d > b * c && e * d > b * f && (e * d - b * f) % (a * d - b * c) === 0,
  solve: ({ a, b, c, d, e, f }) => fractionAnswer(e * d - b * f, a * d - b * c),
  check: {
    method: 'inverse',
    accepts: ({ a, b, c, d, e, f }, answer) => {
      const x = numericValue(answer)
      return Math.abs(c * x + (d * (e - a * x)) / b - f) < 1e-8
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The unknowns $${x}$ and $${y}$ satisfy $${math.a}${x} + ${math.b}${y} = ${math.e}$ and $${math.c}${x} + ${math.d}${y} = ${math.f}$.`,
        ask: `Use Cramer’s rule to find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => cramerSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `A system of linear equations is written as $\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix} \\begin{pmatrix} ${x} \\\\ ${y} \\end{pmatrix} = \\begin{pmatrix} ${math.e} \\\\ ${math.f} \\end{pmatrix}$.`,
        ask: `What value does Cramer’s rule give for $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => cramerSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['lilies', 'roses'],
        ['notebooks', 'folders'],
        ['mugs', 'plates'],
      ] as const)
      return {
        setup: `One customer pays ${text.e} coins for ${text.a} ${one} and ${text.b} ${other}. Another pays ${text.f} coins for ${text.c} ${one} and ${text.d} ${other} at the same prices.`,
        ask: `Use Cramer’s rule to find the price of one ${one.replace('lilies', 'lily').replace(/s$/, '')} in coins.`,
        quantity: `the price of one ${one.replace('lilies', 'lily').replace(/s$/, '')} in coins`,
        steps: () => cramerSteps(value),
      }
    },
  ],
})

function cramerSteps({
  a,
  b,
  c,
  d,
  e,
  f,
}: {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}): readonly string[] {
  const [all, top] = [a * d - b * c, e * d - b * f]
  return [
    `The determinant of the coefficients is ${a} × ${d} - ${b} × ${c} = ${computed(`${a}*${d}-${b}*${c}`, all)}.`,
    `Replacing its first column by the right sides gives ${e} × ${d} - ${b} × ${f} = ${computed(`${e}*${d}-${b}*${f}`, top)}.`,
    `By Cramer’s rule the first unknown is ${top} ÷ ${all} = ${computed(`${top}/${all}`, top / all)}.`,
  ]
}

/** First unknown of a system in row echelon form. */
const backSubstitution: Family = defineFamily({
  id: 'back-substitution-in-echelon-form',
  knowledgePoints: ['gaussian-elimination'],
  level: 2,
  result: pureNumber,
  givens: {
    a: whole(2, 9),
    b: whole(2, 9),
    p: whole(5, 300),
    c: whole(2, 9),
    q: whole(4, 120),
    r: whole(2, 30),
  },
  sample: (random, fixed) => {
    const draw = (name: 'a' | 'b' | 'c'): number => fixed[name] ?? random.integer(2, 9)
    const [a, b, c] = [draw('a'), draw('b'), draw('c')]
    const [x, y, z] = [random.integer(2, 30), random.integer(2, 10), fixed.r ?? random.integer(2, 10)]
    return { a, b, c, r: z, q: fixed.q ?? y + c * z, p: fixed.p ?? x + a * y + b * z }
  },
  possible: ({ r }) => r > 0,
  nice: ({ a, b, c, p, q, r }) => q > c * r && p - a * (q - c * r) - b * r >= 2,
  solve: ({ a, b, c, p, q, r }) => integerAnswer(p - a * (q - c * r) - b * r),
  check: {
    method: 'inverse',
    // Fill in from the bottom, and test the first row.
    accepts: ({ a, b, c, p, q, r }, answer) => {
      const y = q - c * r
      return numericValue(answer) + a * y + b * r === p
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y, z] = [story.variable(), story.variable(), story.variable()]
      return {
        setup: `Gaussian elimination has turned a linear system in $${x}$, $${y}$ and $${z}$ into $${x} + ${math.a}${y} + ${math.b}${z} = ${math.p}$, $${y} + ${math.c}${z} = ${math.q}$ and $${z} = ${math.r}$.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => backSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `After row reduction, the augmented matrix of a linear system is $\\left(\\begin{array}{ccc|c} 1 & ${math.a} & ${math.b} & ${math.p} \\\\ 0 & 1 & ${math.c} & ${math.q} \\\\ 0 & 0 & 1 & ${math.r} \\end{array}\\right)$. The first unknown of the system is $${x}$.`,
        ask: `Find $${x}$ by back substitution.`,
        quantity: `the value of $${x}$`,
        constants: ['1', '0', '1', '0', '0', '1'],
        steps: () => backSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['facts', 'statements', 'equations'])
      return {
        setup: `${story.hero.name} compares red, green and blue stones; stones of the same colour have equal masses. By elimination, three ${thing} remain. One blue stone has a mass of ${text.r} grams. One green stone and ${text.c} blue stones together have a mass of ${text.q} grams. One red stone, ${text.a} green stones and ${text.b} blue stones together have a mass of ${text.p} grams.`,
        ask: `Substitute backwards to find the mass of one red stone in grams.`,
        quantity: `the mass of one red stone in grams`,
        steps: () => backSteps(value),
      }
    },
  ],
})

function backSteps({
  a,
  b,
  c,
  p,
  q,
  r,
}: {
  a: number
  b: number
  c: number
  p: number
  q: number
  r: number
}): readonly string[] {
  const y = q - c * r
  return [
    `The system is in echelon form, so solve from the bottom. The last unknown is ${r}.`,
    `The second unknown is ${q} - ${c} × ${r} = ${computed(`${q}-${c}*${r}`, y)}.`,
    `The first unknown is ${p} - ${a} × ${y} - ${b} × ${r} = ${computed(`${p}-${a}*${y}-${b}*${r}`, p - a * y - b * r)}.`,
  ]
}

export const linearSpaceFamilies: readonly Family[] = [cramer, backSubstitution]
