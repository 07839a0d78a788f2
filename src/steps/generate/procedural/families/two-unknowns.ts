import { fractionAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Heads and legs. */
const headsAndLegs: Family = defineFamily({
  id: 'heads-and-legs',
  knowledgePoints: ['chickens-and-rabbits'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    heads: { minimum: 6, maximum: 120, link: { kind: 'count' } },
    legs: { minimum: 16, maximum: 440, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    if (fixed.legs !== undefined && fixed.heads === undefined)
      return {
        legs: fixed.legs,
        heads: random.integer(Math.ceil(fixed.legs / 4) + 1, Math.floor(fixed.legs / 2) - 1),
      }
    const heads = fixed.heads ?? random.integer(8, 60)
    return { heads, legs: fixed.legs ?? 2 * heads + 2 * random.integer(2, heads - 2) }
  },
  possible: ({ heads, legs }) => legs % 2 === 0 && legs > 2 * heads && legs < 4 * heads,
  solve: ({ heads, legs }) => fractionAnswer(legs - 2 * heads, 2),
  check: {
    method: 'brute force',
    accepts: ({ heads, legs }, answer) => {
      for (let fourLegged = 0; fourLegged <= heads; fourLegged++)
        if (4 * fourLegged + 2 * (heads - fourLegged) === legs) return integerValue(answer) === fourLegged
      return false
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [two, four] = story.pick([
        ['chickens', 'rabbits'],
        ['ducks', 'goats'],
        ['turkeys', 'cows'],
        ['geese', 'sheep'],
      ] as const)
      return {
        setup: `On a farm there are only ${two} and ${four}. Together they have ${text.heads} heads and ${text.legs} legs.`,
        ask: `How many ${four} are there on the farm?`,
        quantity: `the number of ${four} on the farm`,
        steps: () => headSteps(value, four, 'animals had two legs', 'legs'),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['In a car park', 'At a ferry terminal', 'In a repair shop'])
      return {
        setup: `${place} stand ${text.heads} vehicles, some of them motorcycles with two wheels and the others cars with four wheels. The vehicles have ${text.legs} wheels altogether.`,
        ask: `How many of the vehicles are cars?`,
        quantity: `the number of cars among the vehicles`,
        steps: () => headSteps(value, 'cars', 'vehicles had two wheels', 'wheels'),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['tennis club', 'table tennis centre', 'badminton hall'])
      return {
        setup: `In a ${place}, all ${text.legs} players are playing at the same time on ${text.heads} courts, with two players on each court for singles and four players on each court for doubles.`,
        ask: `On how many courts is doubles being played?`,
        quantity: `the number of courts of the ${place} on which doubles is being played`,
        steps: () => headSteps(value, 'doubles courts', 'courts had two players', 'players'),
      }
    },
  ],
})

function headSteps(
  { heads, legs }: { readonly heads: number; readonly legs: number },
  wanted: string,
  allWithTwo: string,
  counted: string,
): readonly string[] {
  const least = 2 * heads
  return [
    `Suppose first that all ${heads} ${allWithTwo}: that would give 2 × ${heads} = ${computed(`2*${heads}`, least)} ${counted}.`,
    `In fact there are ${legs} - ${least} = ${computed(`${legs}-${least}`, legs - least)} more ${counted} than that.`,
    `Each of the ${wanted} accounts for two more, so there are ${legs - least} ÷ 2 = ${computed(`${legs - least}/2`, (legs - least) / 2)} ${wanted}.`,
  ]
}

/** Two kinds of tickets. */
const twoPrices: Family = defineFamily({
  id: 'two-kinds-of-tickets',
  knowledgePoints: ['two-unknown-word-problems'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    count: { minimum: 8, maximum: 160, link: { kind: 'count' } },
    high: { minimum: 5, maximum: 24, link: { kind: 'number' } },
    low: { minimum: 2, maximum: 18, link: { kind: 'number' } },
    total: { minimum: 30, maximum: 3600 },
  },
  sample: (random, fixed) => {
    const count = fixed.count ?? random.integer(10, 90)
    const low = fixed.low ?? random.integer(3, 11)
    const high = fixed.high ?? low + random.integer(2, 8)
    const dear = random.integer(2, count - 2)
    return { count, high, low, total: low * count + (high - low) * dear }
  },
  possible: ({ count, high, low, total }) =>
    high > low && total > low * count && total < high * count && (total - low * count) % (high - low) === 0,
  solve: ({ count, high, low, total }) => fractionAnswer(total - low * count, high - low),
  check: {
    method: 'brute force',
    accepts: ({ count, high, low, total }, answer) => {
      for (let dear = 0; dear <= count; dear++)
        if (dear * high + (count - dear) * low === total) return numericValue(answer) === dear
      return false
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const event = story.pick(['puppet show', 'school concert', 'film night', 'village fair'])
      return {
        setup: `For the ${event}, ${text.count} tickets were sold. Each adult ticket cost ${text.high} euros, each child ticket cost ${text.low} euros, and the tickets brought in ${text.total} euros altogether.`,
        ask: `How many adult tickets were sold?`,
        quantity: `the number of adult tickets sold for the ${event}`,
        steps: () => priceSteps(value, 'adult tickets', 'child tickets', 'euros'),
      }
    },
    ({ value, text, story }) => {
      const [unit, heavy, light] = story.pick([
        ['kilograms', 'large parcels', 'small parcels'],
        ['kilograms', 'sacks of rice', 'sacks of lentils'],
        ['litres', 'barrels of vinegar', 'canisters of oil'],
      ] as const)
      return {
        setup: `A van carries ${text.count} ${heavy} and ${light}, ${text.total} ${unit} in all. There are ${text.high} ${unit} in each of the ${heavy} and ${text.low} ${unit} in each of the ${light}.`,
        ask: `How many ${heavy} does the van carry?`,
        quantity: `the number of ${heavy} in the van`,
        steps: () => priceSteps(value, heavy, light, unit),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} takes part in a quiz with ${text.count} questions. A correct answer to a hard question gives ${text.high} points, and a correct answer to an easy question gives ${text.low} points. ${story.hero.name} answers all the questions correctly and gets ${text.total} points.`,
      ask: `How many hard questions are there in the quiz?`,
      quantity: `the number of hard questions in ${story.hero.name}’s quiz`,
      steps: () => priceSteps(value, 'hard questions', 'easy questions', 'points'),
    }),
  ],
})

function priceSteps(
  value: { count: number; high: number; low: number; total: number },
  wanted: string,
  others: string,
  unit: string,
): readonly string[] {
  const { count, high, low, total } = value
  const least = low * count
  return [
    `If all ${count} were ${others}, the total would be ${low} × ${count} = ${computed(`${low}*${count}`, least)} ${unit}, which is ${total} - ${least} = ${computed(`${total}-${least}`, total - least)} ${unit} too little.`,
    `Each of the ${wanted} brings ${high} - ${low} = ${computed(`${high}-${low}`, high - low)} ${unit} more than one of the ${others}.`,
    `So the number of ${wanted} is ${total - least} ÷ ${high - low} = ${computed(`${total - least}/${high - low}`, (total - least) / (high - low))}.`,
  ]
}

export const twoUnknownFamilies: readonly Family[] = [headsAndLegs, twoPrices]
