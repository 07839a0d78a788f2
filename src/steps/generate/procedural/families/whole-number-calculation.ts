import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** What is left over. */
const leftOver: Family = defineFamily({
  id: 'left-over-after-packing',
  knowledgePoints: ['division-with-remainder'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 20, maximum: 900, link: { kind: 'count' } },
    size: { minimum: 4, maximum: 60, link: { kind: 'count' } },
  },
  possible: ({ total, size }) => total >= size && size >= 2,
  nice: ({ total, size }) => total % size >= 2 && total >= 2 * size,
  solve: ({ total, size }) => integerAnswer(total % size),
  check: {
    method: 'brute force',
    accepts: ({ total, size }, answer) => {
      let rest = total
      while (rest >= size) rest -= size
      return integerValue(answer) === rest
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['muffins', 'eggs', 'peaches', 'candles'])
      return {
        setup: `${story.hero.name} has ${text.total} ${things} and packs as many full boxes of ${text.size} as possible.`,
        ask: `How many ${things} are left over?`,
        quantity: `the number of ${things} that are left over`,
        steps: () => remainderSteps(value.total, value.size, `${things} are left over`),
      }
    },
    ({ value, text, story }) => {
      const players = story.pick(['drummers', 'flag bearers', 'trumpeters'])
      return {
        setup: `A parade of ${text.total} ${players} marches in rows of ${text.size}; only the last row is not full.`,
        ask: `How many ${players} walk in the last row?`,
        quantity: `the number of ${players} in the last row of the parade`,
        steps: () => remainderSteps(value.total, value.size, `${players} walk in the last row`),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['photographs', 'stickers', 'concert tickets'])
      return {
        setup: `Every full page of an album holds ${text.size} ${things}, and ${story.hero.name} glues in all ${text.total} that ${story.hero.they} has, page after page.`,
        ask: `How many ${things} are on the last, unfinished page?`,
        quantity: `the number of ${things} on the last, unfinished page of the album`,
        steps: () => remainderSteps(value.total, value.size, `${things} are on the last page`),
      }
    },
    ({ value, text }) => ({
      setup: `A coach hands out ${text.total} bottles of water to ${text.size} runners, the same number to each and as many as possible.`,
      ask: `How many bottles does the coach keep?`,
      quantity: `the number of bottles that the coach keeps`,
      steps: () => remainderSteps(value.total, value.size, 'bottles are kept'),
    }),
  ],
})

function remainderSteps(total: number, size: number, result: string): readonly string[] {
  const times = Math.floor(total / size)
  const used = times * size
  return [
    `Divide with remainder: ${size} goes into ${total} exactly ${times} times, since ${times} × ${size} = <<${times}*${size}=${used}>>${used} and one more ${size} would be too many.`,
    `The remainder is ${total} - ${used} = <<${total}-${used}=${total - used}>>${total - used}, so ${total - used} ${result}.`,
  ]
}

/** How many are needed to hold all: round the quotient up. */
const containersNeeded: Family = defineFamily({
  id: 'containers-needed',
  knowledgePoints: ['division-with-remainder'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 20, maximum: 900, link: { kind: 'count' } },
    size: { minimum: 3, maximum: 60, link: { kind: 'count' } },
  },
  possible: ({ total, size }) => total >= size && size >= 2,
  nice: ({ total, size }) => total % size >= 2 && total >= 2 * size,
  solve: ({ total, size }) => integerAnswer(Math.ceil(total / size)),
  check: {
    method: 'brute force',
    accepts: ({ total, size }, answer) => {
      let containers = 0
      for (let room = 0; room < total; room += size) containers++
      return integerValue(answer) === containers
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const ride = story.pick(['motor boats', 'rafts', 'ferry boats'])
      return {
        setup: `A group of ${text.total} visitors wants to cross a lake in ${ride} that carry ${text.size} people each.`,
        ask: `What is the smallest number of ${ride} that can carry all of them at once?`,
        quantity: `the smallest number of ${ride} that can carry all the visitors at once`,
        steps: () => containerSteps(value.total, value.size, ['visitors', ride]),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} stores ${text.total} old records on shelves, and a shelf has room for at most ${text.size} records.`,
        ask: `What is the least number of shelves that ${name} needs?`,
        quantity: `the least number of shelves that ${name} needs for the records`,
        steps: () => containerSteps(value.total, value.size, ['records', 'shelves']),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['parcels', 'crates', 'suitcases'])
      return {
        setup: `There are ${text.total} ${things} to deliver. A van carries no more than ${text.size} ${things} at a time.`,
        ask: `Find the least number of trips that the van must make.`,
        quantity: `the least number of trips that the van must make`,
        steps: () => containerSteps(value.total, value.size, [things, 'trips']),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      return {
        setup: '',
        ask: `What is the smallest number of canisters of ${text.size} litres with which ${name} can store ${text.total} litres of water?`,
        quantity: `the smallest number of canisters of ${text.size} litres with which ${name} can store ${text.total} litres of water`,
        steps: () => containerSteps(value.total, value.size, ['litres', 'canisters']),
      }
    },
  ],
})

function containerSteps(
  total: number,
  size: number,
  [goods, things]: readonly [string, string],
): readonly string[] {
  const full = Math.floor(total / size)
  const rest = total - full * size
  return [
    `Divide with remainder: ${full} × ${size} = <<${full}*${size}=${full * size}>>${full * size}, and ${total} - ${full * size} = <<${total}-${full * size}=${rest}>>${rest} still remain.`,
    `That leaves ${rest} of the ${total} ${goods}, so the number of ${things} is rounded up: ${full} + 1 = <<${full}+1=${full + 1}>>${full + 1}.`,
    `So ${full + 1} ${things} are needed.`,
  ]
}

/** Brackets first, then multiplication, then addition. */
const orderOfOperations: Family = defineFamily({
  id: 'order-of-operations-value',
  knowledgePoints: ['order-of-operations'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    large: { minimum: 5, maximum: 60, link: { kind: 'number' } },
    small: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ large, small }) => large > small,
  nice: ({ factor, large, small }) => large - small >= 2 && factor * (large - small) <= 250,
  solve: ({ first, factor, large, small }) => integerAnswer(first + factor * (large - small)),
  check: {
    method: 'brute force',
    // Start with the first number and count up the steps from the small to the large number, as often as the factor says.
    accepts: ({ first, factor, large, small }, answer) => {
      let value = first
      for (let time = 0; time < factor; time++) for (let step = small; step < large; step++) value++
      return integerValue(answer) === value
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $${math.first} + ${math.factor} \\times (${math.large} - ${math.small})$?`,
      quantity: `the value of $${math.first} + ${math.factor} \\times (${math.large} - ${math.small})$`,
      steps: () => operationSteps(value),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `Evaluate $(${math.large} - ${math.small}) \\cdot ${math.factor} + ${math.first}$.`,
      quantity: `the result of $(${math.large} - ${math.small}) \\cdot ${math.factor} + ${math.first}$`,
      steps: () => operationSteps(value),
    }),
    ({ value, text, story }) => {
      const device = story.pick(['number machine', 'computer program', 'robot'])
      return {
        setup: `A ${device} subtracts ${text.small} from ${text.large}, multiplies the result by ${text.factor} and finally adds ${text.first}.`,
        ask: `Which number does the ${device} produce?`,
        quantity: `the number that the ${device} produces`,
        steps: () => operationSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `What do you get when ${text.first} is increased by ${text.factor} times the difference of ${text.large} and ${text.small}?`,
      quantity: `the number that is ${text.first} more than ${text.factor} times the difference of ${text.large} and ${text.small}`,
      steps: () => operationSteps(value),
    }),
  ],
})

interface Operation {
  readonly first: number
  readonly factor: number
  readonly large: number
  readonly small: number
}

function operationSteps({ first, factor, large, small }: Operation): readonly string[] {
  const bracket = large - small
  const product = factor * bracket
  return [
    `The difference comes first: ${large} - ${small} = <<${large}-${small}=${bracket}>>${bracket}.`,
    `Multiplication comes before addition: ${factor} × ${bracket} = <<${factor}*${bracket}=${product}>>${product}.`,
    `Last comes the sum: ${first} + ${product} = <<${first}+${product}=${first + product}>>${first + product}.`,
  ]
}

/** Hundreds, tens and ones, with more than nine of some. */
const hundredsTensOnes: Family = defineFamily({
  id: 'hundreds-tens-ones',
  knowledgePoints: ['place-value'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    hundreds: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    tens: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    ones: { minimum: 2, maximum: 90, link: { kind: 'number' } },
  },
  possible: () => true,
  // With more than nine tens or ones the digits cannot simply be written side by side.
  nice: ({ tens, ones }) => tens > 9 || ones > 9,
  solve: ({ hundreds, tens, ones }) => integerAnswer(100 * hundreds + 10 * tens + ones),
  check: {
    method: 'brute force',
    accepts: ({ hundreds, tens, ones }, answer) => {
      let rest = integerValue(answer) ?? -1
      for (let block = 0; block < hundreds; block++) rest -= 100
      for (let bar = 0; bar < tens; bar++) rest -= 10
      return rest === ones
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `Which number consists of ${text.hundreds} hundreds, ${text.tens} tens and ${text.ones} ones?`,
      quantity: `the number that consists of ${text.hundreds} hundreds, ${text.tens} tens and ${text.ones} ones`,
      steps: () => placeSteps(value.hundreds, value.tens, value.ones),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `With wooden blocks ${name} builds a number: ${text.ones} single cubes, ${text.tens} bars of ten cubes and ${text.hundreds} plates of a hundred cubes.`,
        ask: `Which number has ${name} built?`,
        quantity: `the number that ${name} has built from the wooden blocks`,
        steps: () => placeSteps(value.hundreds, value.tens, value.ones),
      }
    },
    ({ value, text, story }) => {
      const counter = story.pick(['A bead frame', 'An abacus', 'A mechanical counter'])
      return {
        setup: `${counter} is moved up by one ${text.ones} times, by ten ${text.tens} times and by a hundred ${text.hundreds} times, starting from zero.`,
        ask: `What number does it show in the end?`,
        quantity: `the number that the counter shows in the end`,
        steps: () => placeSteps(value.hundreds, value.tens, value.ones),
      }
    },
  ],
})

function placeSteps(hundreds: number, tens: number, ones: number): readonly string[] {
  const big = 100 * hundreds
  const middle = 10 * tens
  return [
    `Each place has its value: the hundreds are worth ${hundreds} × 100 = <<${hundreds}*100=${big}>>${big}.`,
    `The tens are worth ${tens} × 10 = <<${tens}*10=${middle}>>${middle}, and the ones ${ones}.`,
    `Together that is ${big} + ${middle} + ${ones} = <<${big}+${middle}+${ones}=${big + middle + ones}>>${big + middle + ones}.`,
  ]
}

export const wholeNumberCalculationFamilies: readonly Family[] = [
  leftOver,
  containersNeeded,
  orderOfOperations,
  hundredsTensOnes,
]
