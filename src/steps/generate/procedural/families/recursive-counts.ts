import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { choose, binomialStep } from './counting-numbers.ts'
import { worked } from './worked.ts'

/** Ordered sums of ones and twos. */
const stairClimbing: Family = defineFamily({
  id: 'ones-and-twos',
  knowledgePoints: ['recursive-counting'],
  level: 3,
  result: { kind: 'number' },
  givens: { steps: { minimum: 4, maximum: 13, link: { kind: 'count' } } },
  possible: ({ steps }) => steps >= 2,
  solve: ({ steps }) => integerAnswer(waysUpTo(steps)[steps] as number),
  check: {
    method: 'brute force',
    accepts: ({ steps }, answer) => {
      let total = 0
      for (let mask = 0; mask < 2 ** steps; mask++) {
        // A climb is a set of landing stairs without two skipped in a row, ending at the top.
        let good = (mask >> (steps - 1)) & 1
        for (let stair = 0; stair + 1 < steps; stair++) if (((mask >> stair) & 3) === 0) good = 0
        total += good
      }
      return integerValue(answer) === total
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} climbs a staircase with ${text.steps} steps. With every stride ${they} takes either one step or two steps.`,
        ask: `In how many different ways can ${name} reach the top?`,
        quantity: `the number of different ways in which ${name} can reach the top of the staircase`,
        steps: () => stairSteps(value.steps, 'the last stride'),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['garden path', 'corridor', 'terrace'])
      return {
        setup: `A narrow ${place}, one unit wide and ${text.steps} units long, is covered without gaps with square tiles of length one unit and rectangular tiles of length two units. Tiles of the same shape are alike.`,
        ask: `How many different coverings are there?`,
        quantity: `the number of different coverings of the ${place}`,
        steps: () => stairSteps(value.steps, 'the last tile'),
      }
    },
    ({ value, text, story }) => {
      const machine = story.pick(['ticket machine', 'parking meter', 'vending machine'])
      return {
        setup: `A ${machine} takes only one-euro and two-euro coins, inserted one after the other. A payment of exactly ${text.steps} euros is due.`,
        ask: `Find the number of orders in which the coins can be inserted.`,
        quantity: `the number of orders in which the coins for the exact payment can be inserted into the ${machine}`,
        steps: () => stairSteps(value.steps, 'the last coin'),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `In how many ways can $${math.steps}$ be written as an ordered sum in which every term is one or two?`,
      quantity: `the number of ways to write $${math.steps}$ as an ordered sum in which every term is one or two`,
      steps: () => termSteps(value.steps),
    }),
  ],
})

/** Entry k is the number of ways for length k. */
function waysUpTo(length: number): readonly number[] {
  const ways = [1, 1]
  for (let place = 2; place <= length; place++)
    ways.push((ways[place - 1] as number) + (ways[place - 2] as number))
  return ways
}

/** The counts for 3 and more, each the sum of the two before it. */
function laterWays(length: number): string {
  const ways = waysUpTo(length)
  const at = (place: number): number => ways[place] as number
  const later = Array.from({ length: length - 2 }, (_, index) => index + 3)
  return later
    .map(
      (place) =>
        `${at(place - 1)} + ${at(place - 2)} = ${computed(`${at(place - 1)}+${at(place - 2)}`, at(place))}`,
    )
    .join(', ')
}

function termSteps(sum: number): readonly string[] {
  return [
    `Sort the ordered sums by their last term: if it is 1, the other terms add up to one less; if it is 2, they add up to two less. So each count is the sum of the two counts before it.`,
    `The number 1 can be written in 1 way, the number 2 in 2 ways, as $2$ and as $1 + 1$.`,
    `Continuing with 3 and so on: ${laterWays(sum)}.`,
    `So there are ${waysUpTo(sum)[sum] as number} ordered sums for ${sum}.`,
  ]
}

function stairSteps(length: number, last: string): readonly string[] {
  return [
    `Sort the ways by ${last}: if it is one unit, the rest has length one less; if it is two units, the rest has length two less. So each count is the sum of the two counts before it.`,
    `For length 1 there is 1 way, for length 2 there are 2 ways.`,
    `Continuing: ${laterWays(length)}.`,
    `So for length ${length} there are ${waysUpTo(length)[length] as number} ways.`,
  ]
}

/** Exactly some of the letters reach their own envelopes. */
const partlyWrong: Family = defineFamily({
  id: 'partial-derangements',
  knowledgePoints: ['derangements', 'combinations'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    all: { minimum: 4, maximum: 9, link: { kind: 'count' } },
    right: { minimum: 2, maximum: 7, link: { kind: 'count' } },
  },
  possible: ({ all, right }) => right <= all,
  nice: ({ all, right }) =>
    all - right >= 2 && all <= 8 && choose(all, right) * wrongOrders(all - right) <= 700,
  solve: ({ all, right }) => integerAnswer(choose(all, right) * wrongOrders(all - right)),
  check: {
    method: 'brute force',
    // Fill the places one after another; orders with the same things used and as many right ones are counted together.
    accepts: ({ all, right }, answer) => {
      let orders = new Map([[0, 1]])
      for (let place = 0; place < all; place++) {
        const longer = new Map<number, number>()
        for (const [state, ways] of orders) {
          for (let one = 0; one < all; one++) {
            if ((state >> one) & 1) continue
            const next = (state | (1 << one)) + (one === place ? 1 << all : 0)
            longer.set(next, (longer.get(next) ?? 0) + ways)
          }
        }
        orders = longer
      }
      return integerValue(answer) === orders.get((right << all) + (1 << all) - 1)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const post = story.pick(['letters', 'invitations', 'certificates'])
      return {
        setup: `A clerk has ${text.all} ${post}, one for each person in a room, and hands them out carelessly, one to every person.`,
        ask: `In how many ways can exactly ${text.right} people get the right one?`,
        quantity: `the number of ways in which exactly ${text.right} people get the right one of the ${post}`,
        steps: () => wrongSteps(value, 'people'),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['hats', 'umbrellas', 'coats'])
      return {
        setup: `The ${text.all} guests of a party left their ${things} at the door. On leaving, each of them takes one of the ${things} at random.`,
        ask: `How many outcomes are there in which exactly ${text.right} guests end up with their own ${things}?`,
        quantity: `the number of outcomes in which exactly ${text.right} guests end up with their own ${things}`,
        steps: () => wrongSteps(value, 'guests'),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `How many permutations of the integers from one to $${math.all}$ leave exactly $${math.right}$ of the integers in their places?`,
      quantity: `the number of permutations of the integers from one to $${math.all}$ that leave exactly $${math.right}$ of the integers in their places`,
      steps: () => wrongSteps(value, 'integers'),
    }),
  ],
})

/** Orders of n things with none in its own place: D(n) = (n - 1)(D(n - 1) + D(n - 2)). */
function wrongOrders(n: number): number {
  if (n <= 1) return 1 - n
  return (n - 1) * (wrongOrders(n - 1) + wrongOrders(n - 2))
}

function derangementStep(n: number): string {
  if (n <= 2) return `Two things have exactly one order in which neither keeps its place.`
  const counts = Array.from({ length: n - 2 }, (_, index) => index + 3).map((size) => {
    const inner = `${size - 1}*(${wrongOrders(size - 1)}+${wrongOrders(size - 2)})`
    return `$D_{${size}}$ = ${worked(inner, wrongOrders(size))}`
  })
  return `The numbers of orders in which nothing keeps its place follow from $D_{1} = 0$, $D_{2} = 1$ and $D_{n} = (n-1)(D_{n-1} + D_{n-2})$: ${counts.join(', ')}.`
}

function wrongSteps(value: { all: number; right: number }, who: string): readonly string[] {
  const { all, right } = value
  const [groups, wrong] = [choose(all, right), wrongOrders(all - right)]
  return [
    `Choose which ${right} ${who} come out right: ${binomialStep(all, right)} ways.`,
    `For the other ${all} - ${right} = ${computed(`${all}-${right}`, all - right)} everything must come out wrong. ${derangementStep(all - right)}`,
    `Each choice goes with each wrong order of the others: ${groups} × ${wrong} = ${computed(`${groups}*${wrong}`, groups * wrong)}.`,
  ]
}

/** Nobody gets what belongs to them. */
const allWrong: Family = defineFamily({
  id: 'all-wrong',
  knowledgePoints: ['derangements'],
  level: 3,
  result: { kind: 'number' },
  givens: { all: { minimum: 4, maximum: 6, link: { kind: 'count' } } },
  possible: ({ all }) => all >= 2 && all <= 8,
  solve: ({ all }) => integerAnswer(wrongOrders(all)),
  check: {
    method: 'brute force',
    accepts: ({ all }, answer) => {
      const count = (used: readonly number[]): number => {
        if (used.length === all) return 1
        let total = 0
        for (let one = 0; one < all; one++)
          if (one !== used.length && !used.includes(one)) total += count([...used, one])
        return total
      }
      return isFraction(answer, count([]))
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const group = story.pick(['colleagues', 'cousins', 'classmates'])
      return {
        setup: `For a gift exchange, ${text.all} ${group} put their names into a bowl, and each of them draws one name.`,
        ask: `In how many ways can the names be drawn so that nobody draws their own name?`,
        quantity: `the number of ways in which the names can be drawn with nobody drawing their own name`,
        steps: () => [
          `An order in which nobody gets their own name is a derangement.`,
          derangementStep(value.all),
        ],
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `How many permutations of $${math.all}$ elements have no fixed point?`,
      quantity: `the number of permutations of $${math.all}$ elements that have no fixed point`,
      steps: () => [`A permutation without fixed points is a derangement.`, derangementStep(value.all)],
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} has to repaint ${text.all} doors, each of a different colour, using each of the old colours for exactly one door again.`,
        ask: `How many ways are there to do so if no door may keep its colour?`,
        quantity: `the number of ways in which ${name} can repaint the doors so that no door keeps its colour`,
        steps: () => [
          `The colours are put in a new order in which none keeps its place, a derangement.`,
          derangementStep(value.all),
        ],
      }
    },
  ],
})

export const recursiveCountFamilies: readonly Family[] = [stairClimbing, partlyWrong, allWrong]
