import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { choose, factorial, fallingExpression, binomialStep } from './counting-numbers.ts'
import { worked } from './worked.ts'

/** n! as a product: `4 × 3 × 2 = <<4*3*2=24>>24`. */
function factorialStep(n: number): string {
  return n <= 2 ? worked(`${n}*1`, n) : worked(fallingExpression(n, n - 1), factorial(n))
}

/** Alike objects in a row, with one that stands out. */
const alikeInARow: Family = defineFamily({
  id: 'alike-objects-in-a-row',
  knowledgePoints: ['permutations-with-repetition'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 8, link: { kind: 'count' } },
    second: { minimum: 2, maximum: 8, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ first, second }) => choose(first + second, first) * (first + second + 1) <= 1300,
  solve: ({ first, second }) =>
    integerAnswer(factorial(first + second + 1) / (factorial(first) * factorial(second))),
  check: {
    method: 'brute force',
    // Rows built from left to right, one object at a time.
    accepts: ({ first, second }, answer) => {
      const rows = (a: number, b: number, single: number): number => {
        if (a + b + single === 0) return 1
        return (
          (a > 0 ? rows(a - 1, b, single) : 0) +
          (b > 0 ? rows(a, b - 1, single) : 0) +
          (single > 0 ? rows(a, b, 0) : 0)
        )
      }
      return integerValue(answer) === rows(first, second, 1)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['flags', 'lanterns', 'balloons'])
      return {
        setup: `${story.hero.name} hangs ${text.first} red ${things}, ${text.second} yellow ${things} and a single green one in a row. ${capitalised(things)} of the same colour look alike.`,
        ask: `In how many different orders can the ${things} hang?`,
        quantity: `the number of different orders in which the ${things} can hang`,
        steps: () => alikeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const shelf = story.pick(['shelf', 'window sill', 'counter'])
      return {
        setup: `There are ${text.first} identical cups, ${text.second} identical bowls and one teapot side by side on a ${shelf}.`,
        ask: `In how many distinguishable orders can they stand?`,
        quantity: `the number of distinguishable orders of the cups, the bowls and the teapot`,
        steps: () => alikeSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `How many strings contain the letter A exactly ${text.first} times, the letter B exactly ${text.second} times, the letter C once and no other letter?`,
      quantity: `the number of strings that contain the letter A exactly ${text.first} times, the letter B exactly ${text.second} times, the letter C once and no other letter`,
      steps: () => alikeSteps(value),
    }),
  ],
})

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function alikeSteps(value: { first: number; second: number }): readonly string[] {
  const { first, second } = value
  const all = first + second + 1
  const [total, a, b] = [factorial(all), factorial(first), factorial(second)]
  return [
    `There are ${first} + ${second} + 1 = ${computed(`${first}+${second}+1`, all)} objects; all orders together would be $${all}!$ = ${factorialStep(all)}.`,
    `Swapping alike objects changes nothing, so divide by $${first}!$ = ${factorialStep(first)} and by $${second}!$ = ${factorialStep(second)}.`,
    `This gives ${worked(`${total}/(${a}*${b})`, total / (a * b))} different orders.`,
  ]
}

/** Some people chosen and seated round a table. */
const roundTable: Family = defineFamily({
  id: 'round-table-of-some',
  knowledgePoints: ['circular-permutations', 'combinations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    all: { minimum: 4, maximum: 14, link: { kind: 'count' } },
    seated: { minimum: 3, maximum: 6, link: { kind: 'count' } },
  },
  possible: ({ all, seated }) => seated <= all && seated >= 3,
  nice: ({ all, seated }) => seated < all && choose(all, seated) * factorial(seated - 1) <= 2000,
  solve: ({ all, seated }) => integerAnswer(choose(all, seated) * factorial(seated - 1)),
  check: {
    method: 'brute force',
    // Seat people in numbered seats; each circle then appears once per rotation.
    accepts: ({ all, seated }, answer) => {
      const used = new Set<number>()
      const seat = (left: number): number => {
        if (left === 0) return 1
        let total = 0
        for (let one = 0; one < all; one++) {
          if (used.has(one)) continue
          used.add(one)
          total += seat(left - 1)
          used.delete(one)
        }
        return total
      }
      return isFraction(answer, seat(seated), seated)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const group = story.pick(['delegates', 'poets', 'chess players'])
      return {
        setup: `Out of ${text.all} ${group}, ${text.seated} are chosen and take their seats around a circular table. Seatings that differ only by a rotation count as the same.`,
        ask: `In how many ways can they be chosen and seated?`,
        quantity: `the number of ways to choose the ${group} and seat them around the table`,
        steps: () => roundSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} has ${text.all} different beads and places ${text.seated} of them on the rim of a round clay plate. Turning the plate does not give a new pattern.`,
        ask: `How many different patterns can ${name} make?`,
        quantity: `the number of different patterns that ${name} can make on the plate`,
        steps: () => roundSteps(value),
      }
    },
    ({ value, text, story }) => {
      const game = story.pick(['singing game', 'circle dance', 'clapping game'])
      return {
        setup: `For a ${game}, ${text.seated} of the ${text.all} children of a group form a ring. Only the order around the ring matters, not who stands at which spot.`,
        ask: `Find the number of possible rings.`,
        quantity: `the number of possible rings of children in the ${game}`,
        steps: () => roundSteps(value),
      }
    },
  ],
})

function roundSteps(value: { all: number; seated: number }): readonly string[] {
  const { all, seated } = value
  const [groups, rings] = [choose(all, seated), factorial(seated - 1)]
  return [
    `First choose ${seated} out of ${all}: ${binomialStep(all, seated)} ways.`,
    `In a circle rotations count as one order, so the ${seated} chosen ones can be placed in $(${seated}-1)! = ${seated - 1}!$ = ${factorialStep(seated - 1)} ways.`,
    `Each choice goes with each order: ${groups} × ${rings} = ${computed(`${groups}*${rings}`, groups * rings)}.`,
  ]
}

/** All around a circle, with one fixed pair of neighbours. */
const circleOfAll: Family = defineFamily({
  id: 'circle-of-all',
  knowledgePoints: ['circular-permutations'],
  level: 2,
  result: { kind: 'number' },
  givens: { people: { minimum: 4, maximum: 7, link: { kind: 'count' } } },
  possible: ({ people }) => people >= 3 && people <= 8,
  solve: ({ people }) => integerAnswer(factorial(people - 1)),
  check: {
    method: 'brute force',
    // Read every circle from person zero on: each order of the others, placed one after another, is another circle.
    accepts: ({ people }, answer) => {
      const seat = (seated: number, taken: number): number => {
        if (seated === people) return 1
        let circles = 0
        for (let one = 1; one < people; one++)
          if (((taken >> one) & 1) === 0) circles += seat(seated + 1, taken | (1 << one))
        return circles
      }
      return integerValue(answer) === seat(1, 1)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const table = story.pick(['round table', 'campfire', 'circular rug'])
      return {
        setup: `At a reunion ${text.people} friends sit down around a ${table}. Two seatings are the same when one is a rotation of the other.`,
        ask: `How many different seatings are there?`,
        quantity: `the number of different seatings of the friends around the ${table}`,
        steps: () => circleSteps(value.people),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} plants ${text.people} different shrubs evenly spaced around a fountain.`,
        ask: `In how many ways can the shrubs be ordered if only their order around the circle counts, not which shrub faces north?`,
        quantity: `the number of circular orders of ${name}’s shrubs, where only the order around the circle counts`,
        steps: () => circleSteps(value.people),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `Find the number of ways to place ${text.people} different letters on a circle if rotations are not considered different.`,
      quantity: `the number of ways to place ${text.people} different letters on a circle, with rotations not considered different`,
      steps: () => circleSteps(value.people),
    }),
  ],
})

function circleSteps(people: number): readonly string[] {
  return [
    `Rotations count as the same, so fix the position of one of them; only the others can still be ordered.`,
    `The other ${people} - 1 = ${computed(`${people}-1`, people - 1)} can be ordered in $${people - 1}!$ = ${factorialStep(people - 1)} ways.`,
  ]
}

/** A block that stays together. */
const blockTogether: Family = defineFamily({
  id: 'block-stays-together',
  knowledgePoints: ['permutations-with-restrictions'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    block: { minimum: 2, maximum: 5, link: { kind: 'count' } },
    others: { minimum: 2, maximum: 5, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ block, others }) => factorial(block) * factorial(others + 1) <= 3000,
  solve: ({ block, others }) => integerAnswer(factorial(block) * factorial(others + 1)),
  check: {
    method: 'brute force',
    // All orders as bit masks; inside the row the block must not be interrupted.
    accepts: ({ block, others }, answer) => {
      const all = block + others
      const count = (used: number, run: number, placed: number): number => {
        if (placed === all) return 1
        let total = 0
        for (let one = 0; one < all; one++) {
          if ((used >> one) & 1) continue
          const inBlock = one < block
          if (!inBlock && run > 0 && run < block) continue
          total += count(used | (1 << one), inBlock ? run + 1 : run, placed + 1)
        }
        return total
      }
      return integerValue(answer) === count(0, 0, 0)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['cousins', 'neighbours'],
        ['violinists', 'flautists'],
        ['goalkeepers', 'strikers'],
      ] as const)
      return {
        setup: `For a photograph, ${text.block} ${one} and ${text.others} ${other} line up in one row. The ${one} insist on standing next to each other.`,
        ask: `In how many ways can everybody line up?`,
        quantity: `the number of ways in which the ${one} and the ${other} can line up with the ${one} next to each other`,
        steps: () => blockSteps(value, one),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const subject = story.pick(['atlases', 'cookbooks', 'dictionaries'])
      return {
        setup: `${name} puts ${text.others} different novels and ${text.block} different ${subject} side by side on a shelf, and the ${subject} have to stay together.`,
        ask: `How many arrangements of the books are possible?`,
        quantity: `the number of possible arrangements of the novels and ${subject} on ${name}’s shelf`,
        steps: () => blockSteps(value, subject),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `In how many ways can ${text.block} different vowels and ${text.others} different consonants be arranged in a row so that no consonant stands between two vowels?`,
      quantity: `the number of ways to arrange ${text.block} different vowels and ${text.others} different consonants in a row so that no consonant stands between two vowels`,
      steps: () => [`The vowels must form one block.`, ...blockSteps(value, 'vowels')],
    }),
  ],
})

function blockSteps(value: { block: number; others: number }, who: string): readonly string[] {
  const { block, others } = value
  const [inside, outside] = [factorial(block), factorial(others + 1)]
  return [
    `Treat the ${block} ${who} as one block. The others and the block make ${others} + 1 = ${computed(`${others}+1`, others + 1)} things, with $${others + 1}!$ = ${factorialStep(others + 1)} orders.`,
    `Inside the block there are $${block}!$ = ${factorialStep(block)} orders.`,
    `Each order of the block and the others goes with each order inside the block: ${outside} × ${inside} = ${computed(`${outside}*${inside}`, outside * inside)}.`,
  ]
}

export const orderFamilies: readonly Family[] = [alikeInARow, roundTable, circleOfAll, blockTogether]
