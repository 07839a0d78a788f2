import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { wholeQuotient } from './worked.ts'
import { leastCommonMultiple } from './whole-numbers.ts'

/** Multiples of one number or another up to a bound. */
const multiplesOfEither: Family = defineFamily({
  id: 'multiples-of-either',
  knowledgePoints: ['inclusion-exclusion'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    bound: { minimum: 20, maximum: 250, link: { kind: 'number' } },
    one: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ one, other }) => one !== other,
  nice: ({ bound, one, other }) =>
    one % other !== 0 && other % one !== 0 && leastCommonMultiple(one, other) <= bound,
  solve: ({ bound, one, other }) =>
    integerAnswer(
      Math.floor(bound / one) +
        Math.floor(bound / other) -
        Math.floor(bound / leastCommonMultiple(one, other)),
    ),
  check: {
    method: 'brute force',
    accepts: ({ bound, one, other }, answer) => {
      let count = 0
      for (let whole = 1; whole <= bound; whole++) if (whole % one === 0 || whole % other === 0) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many positive integers up to and including $${math.bound}$ are divisible by $${math.one}$ or by $${math.other}$ (or by both)?`,
      quantity: `the number of positive integers up to and including $${math.bound}$ that are divisible by $${math.one}$ or by $${math.other}$ (or by both)`,
      steps: () => eitherSteps(value),
    }),
    ({ value, text, story }) => {
      const [things, mark, second] = story.pick([
        ['tickets', 'a gold star', 'a silver star'],
        ['lockers', 'a green sticker', 'a blue sticker'],
      ] as const)
      return {
        setup: `The ${things} in a hall are numbered from one to ${text.bound}. Each of the ${things} whose number is a multiple of ${text.one} gets ${mark}, and each one whose number is a multiple of ${text.other} gets ${second}.`,
        ask: `How many ${things} get at least one of the two marks?`,
        quantity: `the number of ${things} that get ${mark}, ${second} or both`,
        steps: () => eitherSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [one, two] = story.pick([
        ['waters the orchids', 'feeds the fish'],
        ['goes for a run', 'goes swimming'],
        ['calls home', 'practises the violin'],
      ] as const)
      const { name } = story.hero
      return {
        setup: `During a stay of ${text.bound} days ${name} ${one} on every day whose number is a multiple of ${text.one} and ${two} on every day whose number is a multiple of ${text.other}. The days are numbered from the first day on.`,
        ask: `On how many days does ${name} do at least one of these two things?`,
        quantity: `the number of days of the stay on which ${name} ${one} or ${two} (or both)`,
        steps: () => eitherSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `From the list of all whole numbers from one to $${math.bound}$, every multiple of $${math.one}$ and every multiple of $${math.other}$ is crossed out.`,
      ask: `Find how many numbers are crossed out.`,
      quantity: `the number of integers that are crossed out of the list`,
      steps: () => eitherSteps(value),
    }),
  ],
})

function eitherSteps(value: { bound: number; one: number; other: number }): readonly string[] {
  const { bound, one, other } = value
  const common = leastCommonMultiple(one, other)
  const [a, b, both] = [one, other, common].map((divisor) => Math.floor(bound / divisor)) as [
    number,
    number,
    number,
  ]
  return [
    `Count the multiples of each number and take away once those that were counted twice.`,
    `Up to ${bound} there are ${a} multiples of ${one} (${wholeQuotient(bound, one)}) and ${b} multiples of ${other} (${wholeQuotient(bound, other)}).`,
    `Multiples of both are the multiples of the least common multiple ${common}: ${wholeQuotient(bound, common)}, gives ${both}.`,
    `So the number is ${a} + ${b} - ${both} = ${computed(`${a}+${b}-${both}`, a + b - both)}.`,
  ]
}

/** So many that some class holds several. */
const pigeonholes: Family = defineFamily({
  id: 'pigeonholes',
  knowledgePoints: ['pigeonhole-principle'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    holes: { minimum: 3, maximum: 40, link: { kind: 'count' } },
    together: { minimum: 3, maximum: 12, link: { kind: 'count' } },
  },
  possible: ({ holes, together }) => holes >= 2 && together >= 2,
  nice: ({ holes, together }) => holes * (together - 1) <= 240,
  solve: ({ holes, together }) => integerAnswer(holes * (together - 1) + 1),
  check: {
    method: 'simulation',
    // Fill the holes as evenly as possible until one of them holds enough.
    accepts: ({ holes, together }, answer) => {
      const filled = Array.from({ length: holes }, () => 0)
      let placed = 0
      while (filled.every((held) => held < together)) {
        filled[placed % holes] = (filled[placed % holes] as number) + 1
        placed++
      }
      return integerValue(answer) === placed
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['marbles', 'buttons', 'beads'])
      return {
        setup: `A dark sack holds a great many ${things} in ${text.holes} different colours.`,
        ask: `What is the least number of ${things} that must be taken out, without looking, to be sure that at least ${text.together} of them have the same colour?`,
        quantity: `the least number of ${things} that must be taken out, without looking, to be sure that at least ${text.together} of them have the same colour`,
        steps: () => pigeonSteps(value, 'colours', things),
      }
    },
    ({ value, text, story }) => {
      const school = story.pick(['language school', 'music academy', 'dance school'])
      return {
        setup: `A ${school} offers ${text.holes} courses, and every student enrols in exactly one of them.`,
        ask: `What is the smallest number of students for which some course is certain to be chosen by at least ${text.together} of them?`,
        quantity: `the smallest number of students of the ${school} for which some course is certain to be chosen by at least ${text.together} of them`,
        steps: () => pigeonSteps(value, 'courses', 'students'),
      }
    },
    ({ value, text }) => ({
      setup: `Letters are put into ${text.holes} pigeonholes.`,
      ask: `Find the smallest number of letters which forces some pigeonhole to contain at least ${text.together} letters.`,
      quantity: `the smallest number of letters which forces some pigeonhole to contain at least ${text.together} letters`,
      steps: () => pigeonSteps(value, 'pigeonholes', 'letters'),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} writes positive integers on a board and sorts them by the remainder they leave when divided by ${text.holes}.`,
        ask: `What is the smallest number of integers on the board for which at least ${text.together} of them must leave the same remainder?`,
        quantity: `the smallest number of integers on ${name}’s board for which at least ${text.together} of them must leave the same remainder`,
        steps: () => pigeonSteps(value, 'remainders', 'integers'),
      }
    },
  ],
})

function pigeonSteps(
  value: { holes: number; together: number },
  holes: string,
  things: string,
): readonly string[] {
  const each = value.together - 1
  const full = value.holes * each
  return [
    `In the worst case the ${things} are spread as evenly as possible: each of the ${value.holes} ${holes} has ${value.together} - 1 = ${computed(`${value.together}-1`, each)} ${things}.`,
    `That uses ${value.holes} × ${each} = ${computed(`${value.holes}*${each}`, full)} ${things} without reaching the goal.`,
    `One more settles it: ${full} + 1 = ${computed(`${full}+1`, full + 1)}.`,
  ]
}

/** One of each colour for certain. */
const oneOfEachColour: Family = defineFamily({
  id: 'one-of-each-colour',
  knowledgePoints: ['worst-case-reasoning'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    first: { minimum: 3, maximum: 40, link: { kind: 'count' } },
    second: { minimum: 3, maximum: 40, link: { kind: 'count' } },
    third: { minimum: 3, maximum: 40, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ first, second, third }) => first !== second && second !== third && first !== third,
  solve: ({ first, second, third }) =>
    integerAnswer(first + second + third - Math.min(first, second, third) + 1),
  check: {
    method: 'brute force',
    // The largest draw that misses a colour, over all draws, and one more.
    accepts: ({ first, second, third }, answer) => {
      let largest = 0
      for (let a = 0; a <= first; a++)
        for (let b = 0; b <= second; b++)
          for (let c = 0; c <= third; c++) if (a * b * c === 0 && a + b + c > largest) largest = a + b + c
      return isFraction(answer, largest + 1)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [container, things] = story.pick([
        ['bag', 'marbles'],
        ['drawer', 'gloves'],
        ['jar', 'sweets'],
      ] as const)
      return {
        setup: `A ${container} holds ${text.first} red, ${text.second} white and ${text.third} blue ${things}. ${story.hero.name} takes ${things} out of it in the dark.`,
        ask: `What is the smallest number of ${things} that guarantees at least one of each colour?`,
        quantity: `the smallest number of ${things} that guarantees at least one of each colour`,
        steps: () => worstSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const who = story.person().name
      return {
        setup: `In a box without labels there are ${text.first} packets of tomato seeds, ${text.second} packets of pepper seeds and ${text.third} packets of basil seeds, which all look alike from outside.`,
        ask: `How many packets must ${who} open to be certain of having opened all three kinds?`,
        quantity: `the number of packets that ${who} must open to be certain of having opened all three kinds`,
        steps: () => worstSteps(value, 'packets'),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['raffle', 'quiz night', 'summer fair'])
      return {
        setup: `For a ${event}, ${text.first} yellow, ${text.second} green and ${text.third} purple slips are mixed in an urn and drawn one after the other without being put back.`,
        ask: `How many slips must be drawn to be certain that every one of the three colours has appeared?`,
        quantity: `the number of slips that must be drawn at the ${event} to be certain that every colour has appeared`,
        steps: () => worstSteps(value, 'slips'),
      }
    },
  ],
})

function worstSteps(
  value: { first: number; second: number; third: number },
  things: string,
): readonly string[] {
  const sorted = [value.first, value.second, value.third].sort((a, b) => b - a) as [number, number, number]
  const missed = sorted[0] + sorted[1]
  return [
    `The worst luck is to take all ${things} of the two most frequent kinds before the first one of the rarest kind.`,
    `These are ${sorted[0]} + ${sorted[1]} = ${computed(`${sorted[0]}+${sorted[1]}`, missed)} ${things}, and a kind is still missing.`,
    `The next one must be of the missing kind: ${missed} + 1 = ${computed(`${missed}+1`, missed + 1)}.`,
  ]
}

export const overlapAndWorstCaseFamilies: readonly Family[] = [
  multiplesOfEither,
  pigeonholes,
  oneOfEachColour,
]
