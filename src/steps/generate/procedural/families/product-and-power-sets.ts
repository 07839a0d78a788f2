import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Subsets of a union. */
const powerSetOfUnion: Family = defineFamily({
  id: 'power-set-of-union',
  knowledgePoints: ['power-set', 'cardinality-of-unions'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    one: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    both: { minimum: 2, maximum: 10, link: { kind: 'number' } },
  },
  possible: ({ one, other, both }) => both <= one && both <= other,
  nice: ({ one, other, both }) => both < one && both < other && one + other - both <= 10,
  solve: ({ one, other, both }) => integerAnswer(2 ** (one + other - both)),
  check: {
    method: 'brute force',
    accepts: ({ one, other, both }, answer) => {
      const union = new Set<number>()
      for (let element = 0; element < one; element++) union.add(element)
      for (let element = 0; element < other; element++) union.add(one - both + element)
      let subsets = 1
      for (const _ of union) subsets += subsets
      return isFraction(answer, subsets)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `The set $E$ has $${math.one}$ elements, the set $F$ has $${math.other}$ elements, and they have $${math.both}$ elements in common.`,
      ask: `How many elements does the power set of $E \\cup F$ have?`,
      quantity: `the number of elements of the power set of $E \\cup F$`,
      steps: () => powerUnionSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      return {
        setup: `${name} brings ${text.one} different spices and ${friend} brings ${text.other} different spices; ${text.both} kinds are brought by both. A blend may use any set of the available kinds, including the empty set.`,
        ask: `How many different blends are possible?`,
        quantity: `the number of possible blends of ${name} and ${friend}’s spices`,
        steps: () => powerUnionSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `The finite sets $G$ and $H$ satisfy $|G| = ${math.one}$, $|H| = ${math.other}$ and $|G \\cap H| = ${math.both}$.`,
      ask: `Find $|\\mathcal{P}(G \\cup H)|$, where $\\mathcal{P}$ denotes the power set.`,
      quantity: `the number of elements of the power set $\\mathcal{P}(G \\cup H)$`,
      steps: () => powerUnionSteps(value),
    }),
  ],
})

function powerUnionSteps(value: { one: number; other: number; both: number }): readonly string[] {
  const { one, other, both } = value
  const union = one + other - both
  return [
    `The union has ${one} + ${other} - ${both} = ${computed(`${one}+${other}-${both}`, union)} elements, since common ones are counted once.`,
    `Its power set contains all subsets; each element is in or out, so there are $2^{${union}}$ = ${computed(`2^${union}`, 2 ** union)}.`,
  ]
}

/** How many more subsets. */
const powerSetSize: Family = defineFamily({
  id: 'difference-of-power-sets',
  knowledgePoints: ['power-set'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    large: { minimum: 4, maximum: 10, link: { kind: 'number' } },
    small: { minimum: 2, maximum: 8, link: { kind: 'number' } },
  },
  possible: ({ large, small }) => small < large,
  solve: ({ large, small }) => integerAnswer(2 ** large - 2 ** small),
  check: {
    method: 'brute force',
    // Subsets of the large set that are not inside the small one.
    accepts: ({ large, small }, answer) => {
      let count = 0
      for (let subset = 0; subset < 2 ** large; subset++) if (subset >> small !== 0) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `The set $R$ has $${math.large}$ elements, and its subset $S$ has $${math.small}$ elements.`,
      ask: `How many more elements does the power set of $R$ have than the power set of $S$?`,
      quantity: `the number of elements of the power set of $R$ minus the number of elements of the power set of $S$`,
      steps: () => powerSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} owns ${text.large} different bells and can ring any set of them together, the empty set counting as silence. Of these bells, ${text.small} are small.`,
        ask: `How many sets of bells contain at least one bell that is not small?`,
        quantity: `the number of sets of ${name}’s bells that contain at least one bell that is not small`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `Let $U$ be a set with $${math.large}$ elements and $V \\subset U$ a set with $${math.small}$ elements.`,
      ask: `Find the number of elements of $\\mathcal{P}(U) \\setminus \\mathcal{P}(V)$, the difference of the two power sets.`,
      quantity: `the number of elements of the difference $\\mathcal{P}(U) \\setminus \\mathcal{P}(V)$ of the two power sets`,
      steps: () => powerSteps(value),
    }),
  ],
})

function powerSteps(value: { large: number; small: number }): readonly string[] {
  const [all, part] = [2 ** value.large, 2 ** value.small]
  return [
    `Each element is either in a subset or not, so the number of subsets is two to the power of the number of elements.`,
    `$2^{${value.large}}$ = ${computed(`2^${value.large}`, all)} and $2^{${value.small}}$ = ${computed(`2^${value.small}`, part)}.`,
    `Every subset of the smaller set is also one of the larger set, so ${all} - ${part} = ${computed(`${all}-${part}`, all - part)}.`,
  ]
}

/** Ordered pairs with different entries. */
const unequalPairs: Family = defineFamily({
  id: 'pairs-with-different-entries',
  knowledgePoints: ['cartesian-product'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    one: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    both: { minimum: 2, maximum: 20, link: { kind: 'number' } },
  },
  possible: ({ one, other, both }) => both <= one && both <= other,
  nice: ({ one, other, both }) => both < one && both < other && one !== other && one * other <= 400,
  solve: ({ one, other, both }) => integerAnswer(one * other - both),
  check: {
    method: 'brute force',
    accepts: ({ one, other, both }, answer) => {
      let count = 0
      for (let a = 0; a < one; a++) for (let b = one - both; b < one - both + other; b++) if (a !== b) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The sets $Y$ and $Z$ have $${math.one}$ and $${math.other}$ elements, and $${math.both}$ elements belong to both sets.`,
        ask: `How many pairs $(${x}, ${y})$ in the Cartesian product $Y \\times Z$ satisfy $${x} \\neq ${y}$?`,
        quantity: `the number of pairs $(${x}, ${y})$ in $Y \\times Z$ with $${x} \\neq ${y}$`,
        steps: () => pairSteps(value),
      }
    },
    ({ value, text, story }) => {
      const club = story.pick(['sailing club', 'theatre society', 'physics club'])
      return {
        setup: `At the elections of a ${club} there are ${text.one} candidates for chair and ${text.other} candidates for treasurer; ${text.both} people stand for both offices, but nobody may hold both.`,
        ask: `In how many ways can the two offices be filled?`,
        quantity: `the number of ways to fill the two offices of the ${club}`,
        steps: () => pairSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} plans a journey, choosing the start from a list of ${text.one} towns and the destination from another list of ${text.other} towns. There are ${text.both} towns that appear on both lists, and start and destination must be different.`,
        ask: `Find the number of journeys that ${name} can plan.`,
        quantity: `the number of journeys that ${name} can plan`,
        steps: () => pairSteps(value),
      }
    },
  ],
})

function pairSteps(value: { one: number; other: number; both: number }): readonly string[] {
  const { one, other, both } = value
  return [
    `The Cartesian product has ${one} × ${other} = ${computed(`${one}*${other}`, one * other)} ordered pairs.`,
    `A pair with two equal entries exists for each common element, which makes ${both} of them.`,
    `${one * other} - ${both} = ${computed(`${one * other}-${both}`, one * other - both)} pairs remain.`,
  ]
}

export const productAndPowerSetFamilies: readonly Family[] = [powerSetOfUnion, powerSetSize, unequalPairs]
