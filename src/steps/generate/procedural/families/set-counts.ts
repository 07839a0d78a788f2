import { integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { wholeQuotient } from './worked.ts'
import { leastCommonMultiple } from './whole-numbers.ts'

/** Multiples of one number that are not multiples of another. */
const setDifference: Family = defineFamily({
  id: 'set-difference-of-multiples',
  knowledgePoints: ['set-operations'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    bound: { minimum: 20, maximum: 200, link: { kind: 'number' } },
    one: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ one, other }) => one % other !== 0,
  nice: ({ bound, one, other }) => leastCommonMultiple(one, other) <= bound && one !== other,
  solve: ({ bound, one, other }) =>
    integerAnswer(Math.floor(bound / one) - Math.floor(bound / leastCommonMultiple(one, other))),
  check: {
    method: 'brute force',
    accepts: ({ bound, one, other }, answer) => {
      const held = new Set<number>()
      for (let multiple = one; multiple <= bound; multiple += one) held.add(multiple)
      for (let multiple = other; multiple <= bound; multiple += other) held.delete(multiple)
      return isFraction(answer, held.size)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `Among the positive integers that are at most $${math.bound}$, let $A$ be the set of the multiples of $${math.one}$ and $B$ the set of the multiples of $${math.other}$.`,
      ask: `How many elements does the set $A \\setminus B$ have?`,
      quantity: `the number of elements of the set $A \\setminus B$`,
      steps: () => differenceSteps(value),
    }),
    ({ value, math }) => ({
      setup: `The universal set consists of all whole numbers from one to $${math.bound}$. The set $M$ contains those which are divisible by $${math.one}$, and the set $K$ those which are divisible by $${math.other}$.`,
      ask: `Find the number of elements in the intersection of $M$ and the complement of $K$.`,
      quantity: `the number of elements in the intersection of $M$ and the complement of $K$`,
      steps: () => differenceSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      const things = story.pick(['cards', 'tokens', 'postcards'])
      return {
        setup: `${name} has ${text.bound} ${things}, numbered from one upwards, and lays out all ${things} with a multiple of ${text.one}, except those with a multiple of ${text.other}.`,
        ask: `How many ${things} does ${name} lay out?`,
        quantity: `the number of ${things} that ${name} lays out`,
        steps: () => differenceSteps(value),
      }
    },
  ],
})

function differenceSteps(value: { bound: number; one: number; other: number }): readonly string[] {
  const { bound, one, other } = value
  const common = leastCommonMultiple(one, other)
  const [all, both] = [Math.floor(bound / one), Math.floor(bound / common)]
  return [
    `The set difference keeps the multiples of ${one} that are not multiples of ${other}.`,
    `There are ${all} multiples of ${one} up to ${bound} (${wholeQuotient(bound, one)}).`,
    `Those that are also multiples of ${other} are the multiples of their least common multiple ${common}: ${wholeQuotient(bound, common)}, gives ${both}.`,
    `So there remain ${all} - ${both} = ${computed(`${all}-${both}`, all - both)} elements.`,
  ]
}

/** The overlap in a Venn diagram. */
const vennOverlap: Family = defineFamily({
  id: 'venn-overlap',
  knowledgePoints: ['venn-diagrams'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    all: { minimum: 20, maximum: 200, link: { kind: 'count' } },
    one: { minimum: 8, maximum: 120, link: { kind: 'count' } },
    other: { minimum: 8, maximum: 120, link: { kind: 'count' } },
    neither: { minimum: 2, maximum: 60, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const both = random.integer(3, 25)
    const one = fixed.one ?? both + random.integer(4, 40)
    const other = fixed.other ?? both + random.integer(4, 40)
    const neither =
      fixed.neither ?? (fixed.all === undefined ? random.integer(2, 30) : fixed.all + both - one - other)
    return { one, other, neither, all: fixed.all ?? one + other + neither - both }
  },
  possible: ({ all, one, other, neither }) => {
    const both = one + other + neither - all
    return both > 0 && both < one && both < other
  },
  nice: ({ one, other }) => one !== other,
  solve: ({ all, one, other, neither }) => integerAnswer(one + other + neither - all),
  check: {
    method: 'inverse',
    // The four regions of the diagram must hold everybody.
    accepts: ({ all, one, other, neither }, answer) => {
      const both = numericValue(answer)
      return Math.abs(one - both + (other - both) + both + neither - all) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [first, second] = story.pick([
        ['skating', 'skiing'],
        ['algebra', 'geometry'],
        ['opera', 'jazz'],
      ] as const)
      return {
        setup: `A Venn diagram shows the answers of ${text.all} people who were asked about ${first} and ${second}: ${text.one} people like ${first}, ${text.other} like ${second}, and ${text.neither} like neither of the two.`,
        ask: `How many people belong in the region where the two circles overlap?`,
        quantity: `the number of people who like both ${first} and ${second}`,
        steps: () => overlapSteps(value),
      }
    },
    ({ value, text, story }) => {
      const group = story.pick(['interpreters', 'tour guides', 'nurses'])
      return {
        setup: `Of the ${text.all} ${group} at a meeting, ${text.one} speak French and ${text.other} speak Arabic, while ${text.neither} speak neither of these languages.`,
        ask: `How many of the ${group} speak both languages?`,
        quantity: `the number of ${group} at the meeting who speak both languages`,
        steps: () => overlapSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} sorts ${text.all} buttons into two overlapping hoops. The hoop for round buttons contains ${text.one} of them, the hoop for wooden buttons contains ${text.other}, and ${text.neither} lie outside both hoops.`,
        ask: `Find the number of buttons that lie in both hoops.`,
        quantity: `the number of ${name}’s buttons that lie in both hoops`,
        steps: () => overlapSteps(value),
      }
    },
  ],
})

function overlapSteps(value: {
  all: number
  one: number
  other: number
  neither: number
}): readonly string[] {
  const { all, one, other, neither } = value
  const inside = all - neither
  return [
    `At least one of the two applies to ${all} - ${neither} = ${computed(`${all}-${neither}`, inside)} of them.`,
    `Counted separately, the two make ${one} + ${other} = ${computed(`${one}+${other}`, one + other)}, in which the overlap is counted twice.`,
    `The overlap is ${one + other} - ${inside} = ${computed(`${one + other}-${inside}`, one + other - inside)}.`,
  ]
}

/** Size of a union of two sets. */
const unionSize: Family = defineFamily({
  id: 'size-of-a-union',
  knowledgePoints: ['cardinality-of-unions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    one: { minimum: 5, maximum: 90, link: { kind: 'number' } },
    other: { minimum: 5, maximum: 90, link: { kind: 'number' } },
    both: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ one, other, both }) => both <= one && both <= other,
  nice: ({ one, other, both }) => both < one && both < other && one !== other,
  solve: ({ one, other, both }) => integerAnswer(one + other - both),
  check: {
    method: 'brute force',
    accepts: ({ one, other, both }, answer) => {
      const union = new Set<number>()
      for (let element = 0; element < one; element++) union.add(element)
      for (let element = 0; element < other; element++) union.add(one - both + element)
      return isFraction(answer, union.size)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `Two finite sets $C$ and $D$ satisfy $|C| = ${math.one}$, $|D| = ${math.other}$ and $|C \\cap D| = ${math.both}$.`,
      ask: `What is $|C \\cup D|$?`,
      quantity: `the number $|C \\cup D|$ of elements of the union`,
      steps: () => unionSteps(value),
    }),
    ({ value, text, story }) => {
      const [first, second] = story.pick([
        ['on Monday', 'on Thursday'],
        ['in March', 'in April'],
        ['in the morning', 'in the evening'],
      ] as const)
      return {
        setup: `A library lends books to ${text.one} readers ${first} and to ${text.other} readers ${second}; ${text.both} readers come both times.`,
        ask: `How many different readers borrow books on these two occasions?`,
        quantity: `the number of different readers who borrow books from the library on these two occasions`,
        steps: () => unionSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      const things = story.pick(['stamps', 'bird species', 'board games'])
      return {
        setup: `On ${name}’s list there are ${text.one} ${things}, on ${friend}’s list there are ${text.other}, and ${text.both} ${things} are on both lists.`,
        ask: `How many ${things} are there in the union of the two lists?`,
        quantity: `the number of ${things} in the union of ${name}’s and ${friend}’s lists`,
        steps: () => unionSteps(value),
      }
    },
  ],
})

function unionSteps(value: { one: number; other: number; both: number }): readonly string[] {
  const { one, other, both } = value
  return [
    `Adding the two sizes counts the common elements twice, so they are subtracted once.`,
    `So the union has ${one} + ${other} - ${both} = ${computed(`${one}+${other}-${both}`, one + other - both)} elements.`,
  ]
}

export const setCountFamilies: readonly Family[] = [setDifference, vennOverlap, unionSize]
