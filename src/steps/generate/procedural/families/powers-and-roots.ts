import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** Perfect squares between two numbers. */
const squaresBetween: Family = defineFamily({
  id: 'squares-between',
  knowledgePoints: ['squares-and-square-roots'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 5, maximum: 600, link: { kind: 'number' } },
    high: { minimum: 60, maximum: 1500, link: { kind: 'number' } },
  },
  possible: ({ low, high }) => high > low + 1 && Math.floor(Math.sqrt(high)) > Math.floor(Math.sqrt(low)),
  // Neither bound is a square, so that "between" leaves no doubt.
  nice: ({ low, high }) =>
    [low, high].every((bound) => !Number.isInteger(Math.sqrt(bound))) &&
    Math.floor(Math.sqrt(high)) - Math.floor(Math.sqrt(low)) >= 3,
  solve: ({ low, high }) => {
    const inHigh = Math.ceil(Math.sqrt(high)) - 1
    return integerAnswer(inHigh - Math.floor(Math.sqrt(low)))
  },
  check: {
    method: 'brute force',
    accepts: ({ low, high }, answer) => {
      let count = 0
      for (let root = 1; root * root < high; root++) if (root * root > low) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many perfect squares lie between $${math.low}$ and $${math.high}$?`,
      quantity: `the number of perfect squares between $${math.low}$ and $${math.high}$`,
      steps: () => squareSteps(value.low, value.high),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `For how many positive integers $${x}$ is $\\sqrt{${math.low}} < ${x} < \\sqrt{${math.high}}$?`,
        quantity: `the number of positive integers $${x}$ with $\\sqrt{${math.low}} < ${x} < \\sqrt{${math.high}}$`,
        steps: () => squareSteps(value.low, value.high),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['tiles', 'photographs', 'cactuses', 'coins'])
      const { name } = story.hero
      return {
        setup: `${name} has more than ${text.low} but fewer than ${text.high} ${things} and can arrange all of them in a square, with as many rows as there are ${things} in each row.`,
        ask: `How many different numbers of ${things} could ${name} have?`,
        quantity: `the number of different numbers of ${things} that ${name} could have`,
        steps: () => squareSteps(value.low, value.high),
      }
    },
  ],
})

function squareSteps(low: number, high: number): readonly string[] {
  const first = Math.floor(Math.sqrt(low)) + 1
  const last = Math.ceil(Math.sqrt(high)) - 1
  return [
    `Count the whole numbers whose squares lie between ${low} and ${high}.`,
    `The first is ${first}: ${first} × ${first} = <<${first}*${first}=${first * first}>>${first * first} is above ${low}, but ${first - 1} × ${first - 1} = <<${first - 1}*${first - 1}=${(first - 1) ** 2}>>${(first - 1) ** 2} is not.`,
    `The last is ${last}: ${last} × ${last} = <<${last}*${last}=${last * last}>>${last * last} is below ${high}, but ${last + 1} × ${last + 1} = <<${last + 1}*${last + 1}=${(last + 1) ** 2}>>${(last + 1) ** 2} is not.`,
    `From ${first} to ${last}, both included, there are ${last} - ${first} + 1 = <<${last}-${first}+1=${last - first + 1}>>${last - first + 1} such numbers.`,
  ]
}

/** Small cubes that are left of a large cube. */
const cubeLeft: Family = defineFamily({
  id: 'small-cubes-left',
  knowledgePoints: ['cubes-and-cube-roots'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    edge: { minimum: 3, maximum: 12, link: { kind: 'count' } },
    removed: { minimum: 2, maximum: 90, link: { kind: 'count' } },
  },
  possible: ({ edge, removed }) => removed < edge ** 3,
  nice: ({ edge, removed }) => edge ** 3 - removed >= 10,
  solve: ({ edge, removed }) => integerAnswer(edge ** 3 - removed),
  check: {
    method: 'brute force',
    accepts: ({ edge, removed }, answer) => {
      let count = 0
      for (let layer = 0; layer < edge; layer++)
        for (let row = 0; row < edge; row++) for (let column = 0; column < edge; column++) count++
      return isFraction(answer, count - removed)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const material = story.pick(['wooden', 'sugar', 'magnetic'])
      return {
        setup: `${name} builds a solid cube from small ${material} cubes, with ${text.edge} of them along each edge. Then ${text.removed} small cubes are taken away.`,
        ask: `How many small cubes are left?`,
        quantity: `the number of small ${material} cubes that are left`,
        steps: () => cubeSteps(value.edge, value.removed, 'small cubes are left'),
      }
    },
    ({ value, text, story }) => {
      const goods = story.pick(['boxes of tea', 'crates of lemons', 'tins of paint'])
      return {
        setup: `In a warehouse ${goods} are stacked into a cube: ${text.edge} in length, the same number in width, and the same number in height. A lorry takes ${text.removed} of them away.`,
        ask: `How many ${goods} stay in the warehouse?`,
        quantity: `the number of ${goods} that stay in the warehouse`,
        steps: () => cubeSteps(value.edge, value.removed, `${goods} stay`),
      }
    },
    ({ value, text, story }) => {
      const tower = story.pick(['car park', 'coach park', 'bicycle park'])
      return {
        setup: `A ${tower} has ${text.edge} floors. Each floor has as many rows as there are floors, and each row has as many places as there are rows. At present ${text.removed} places are empty.`,
        ask: `How many places are taken?`,
        quantity: `the number of places in the ${tower} that are taken`,
        steps: () => cubeSteps(value.edge, value.removed, 'places are taken'),
      }
    },
  ],
})

function cubeSteps(edge: number, removed: number, result: string): readonly string[] {
  const all = edge ** 3
  return [
    `The full number is the cube of ${edge}: ${edge} × ${edge} × ${edge} = <<${edge}^3=${all}>>${all}.`,
    `Subtract: ${all} - ${removed} = <<${all}-${removed}=${all - removed}>>${all - removed}, so ${all - removed} ${result}.`,
  ]
}

/** Repeated multiplication of a count. */
const repeatedMultiplying: Family = defineFamily({
  id: 'repeated-multiplying',
  knowledgePoints: ['evaluating-powers'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    start: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    factor: { minimum: 2, maximum: 5 },
    times: { minimum: 2, maximum: 6 },
  },
  possible: () => true,
  nice: ({ start, factor, times }) => start * factor ** times <= 2000,
  solve: ({ start, factor, times }) => integerAnswer(start * factor ** times),
  check: {
    method: 'simulation',
    accepts: ({ start, factor, times }, answer) => {
      let amount = start
      for (let round = 0; round < times; round++) amount = amount * factor
      return isFraction(answer, amount)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const life = story.pick(['bacteria', 'algae cells', 'yeast cells'])
      return {
        setup: `A dish holds ${text.start} ${life}, and every hour each of them turns into ${text.factor}.`,
        ask: `How many ${life} are there after ${text.times} hours?`,
        quantity: `the number of ${life} in the dish after ${text.times} hours`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, text, story }) => {
      const news = story.pick(['a rumour', 'a riddle', 'a joke'])
      return {
        setup: `On the first evening ${text.start} people hear ${news}. On each of the following ${text.times} evenings, the number of new listeners is ${text.factor} times that of the evening before.`,
        ask: `How many new listeners are there on the last of these evenings?`,
        quantity: `the number of new listeners on the last evening`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, text, story }) => {
      const material = story.pick(['sheets of paper', 'strips of dough', 'pieces of cloth'])
      return {
        setup: `${story.hero.name} starts with ${text.start} ${material}. In each step every piece is cut into ${text.factor} pieces.`,
        ask: `Find the number of pieces after ${text.times} steps.`,
        quantity: `the number of pieces after ${text.times} steps`,
        steps: () => powerSteps(value),
      }
    },
  ],
})

function powerSteps({
  start,
  factor,
  times,
}: {
  readonly start: number
  readonly factor: number
  readonly times: number
}): readonly string[] {
  const power = factor ** times
  return [
    `Multiplying ${times} times by ${factor} is multiplying by the power $${factor}^{${times}}$ = <<${factor}^${times}=${power}>>${power}.`,
    `So the number is ${start} × ${power} = <<${start}*${power}=${start * power}>>${start * power}.`,
  ]
}

/** The exponent of a product in scientific notation. */
const scientificExponent: Family = defineFamily({
  id: 'scientific-notation-exponent',
  knowledgePoints: ['scientific-notation'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 12, maximum: 98, style: 'tenths' },
    firstPower: { minimum: 3, maximum: 30, link: { kind: 'number' } },
    second: { minimum: 12, maximum: 98, style: 'tenths' },
    secondPower: { minimum: 3, maximum: 30, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ first, firstPower, second, secondPower }) =>
    [first, second].every((front) => front % 10 !== 0 && front >= 17 && front <= 65) &&
    first * second !== 1000 &&
    firstPower !== secondPower,
  solve: ({ first, firstPower, second, secondPower }) =>
    integerAnswer(firstPower + secondPower + (first * second >= 1000 ? 1 : 0)),
  check: {
    method: 'numeric',
    // Common logarithm of the product.
    accepts: ({ first, firstPower, second, secondPower }, answer) => {
      const logarithm = Math.log10(first / 10) + Math.log10(second / 10) + firstPower + secondPower
      return integerValue(answer) === Math.floor(logarithm + 1e-12)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the exponent of ten when the product $(${math.first} \\times 10^{${math.firstPower}})(${math.second} \\times 10^{${math.secondPower}})$ is written in scientific notation?`,
      quantity: `the exponent of ten when the product $(${math.first} \\times 10^{${math.firstPower}})(${math.second} \\times 10^{${math.secondPower}})$ is written in scientific notation`,
      constants: ['10', '10'],
      steps: () => scientificSteps(value),
    }),
    ({ value, math, story }) => {
      const [unit, item, place] = story.pick([
        ['cells', 'worm', 'pond'],
        ['grains of sand', 'dune', 'desert'],
        ['atoms', 'crystal', 'rock'],
      ] as const)
      return {
        setup: `In a model, each ${item} has $${math.first} \\times 10^{${math.firstPower}}$ ${unit}, and a ${place} has $${math.second} \\times 10^{${math.secondPower}}$ ${item}s. The total number of ${unit} in the ${place} is written in scientific notation.`,
        ask: `What is the exponent of ten?`,
        quantity: `the exponent of ten in the total number of ${unit} in the ${place}, written in scientific notation`,
        constants: ['10', '10'],
        steps: () => scientificSteps(value),
      }
    },
    ({ value, math, story }) => {
      const k = story.variable()
      const c = story.variable()
      return {
        setup: `Let $${math.first} \\cdot 10^{${math.firstPower}} \\cdot ${math.second} \\cdot 10^{${math.secondPower}} = ${c} \\cdot 10^{${k}}$, where $${k}$ is an integer and $${c}$ is at least one but less than ten.`,
        ask: `Find $${k}$.`,
        quantity: `the integer $${k}$`,
        constants: ['10', '10', '10'],
        steps: () => scientificSteps(value),
      }
    },
  ],
})

function scientificSteps({
  first,
  firstPower,
  second,
  secondPower,
}: {
  readonly first: number
  readonly firstPower: number
  readonly second: number
  readonly secondPower: number
}): readonly string[] {
  const product = Number(digits(first * second, 100))
  const sum = firstPower + secondPower
  return [
    `Multiply the front factors: ${first / 10} × ${second / 10} = <<${first / 10}*${second / 10}=${product}>>${product}.`,
    `Powers of ten are multiplied by adding the exponents: ${firstPower} + ${secondPower} = <<${firstPower}+${secondPower}=${sum}>>${sum}.`,
    product >= 10
      ? `The front factor ${product} is not below ten, so it is written as ${digits(first * second, 1000)} times ten, and the exponent becomes ${sum} + 1 = <<${sum}+1=${sum + 1}>>${sum + 1}.`
      : `The front factor ${product} is already between one and ten, so the exponent stays ${sum}.`,
  ]
}

export const powerFamilies: readonly Family[] = [
  squaresBetween,
  cubeLeft,
  repeatedMultiplying,
  scientificExponent,
]
