import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits } from './everyday-text.ts'

/** A ratio of two counts in lowest terms. */
const lowestRatio: Family = defineFamily({
  id: 'ratio-in-lowest-terms',
  knowledgePoints: ['simplifying-ratios'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 6, maximum: 240, link: { kind: 'count' } },
    second: { minimum: 6, maximum: 240, link: { kind: 'count' } },
  },
  possible: ({ first, second }) => first !== second,
  nice: ({ first, second }) => commonDivisor(first, second) > 1,
  solve: ({ first, second }) => integerAnswer((first + second) / commonDivisor(first, second)),
  check: {
    method: 'brute force',
    // The smallest pair of whole numbers in the same ratio.
    accepts: ({ first, second }, answer) => {
      for (let left = 1; left <= first; left++)
        if ((left * second) % first === 0) return integerValue(answer) === left + (left * second) / first
      return false
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['red', 'blue'],
        ['white', 'black'],
        ['green', 'purple'],
      ] as const)
      const p = story.variable()
      const q = story.variable()
      return {
        setup: `A necklace is made of ${text.first} ${one} and ${text.second} ${other} beads. In lowest terms the ratio of ${one} to ${other} beads is $${p} : ${q}$.`,
        ask: `What is $${p} + ${q}$?`,
        quantity: `the sum $${p} + ${q}$`,
        steps: () => ratioSteps(value.first, value.second),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the two terms of the ratio $${math.first} : ${math.second}$ after it has been simplified as far as possible?`,
      quantity: `the sum of the two terms of the ratio $${math.first} : ${math.second}$ after it has been simplified as far as possible`,
      steps: () => ratioSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const group = story.pick(['marching band', 'football club', 'dance school'])
      return {
        setup: `There are ${text.first} adults and ${text.second} children in a ${group}. Its leader states the ratio of adults to children with whole numbers that are as small as possible.`,
        ask: `Find the sum of these two whole numbers.`,
        quantity: `the sum of the two numbers in the ratio that the leader of the ${group} states`,
        steps: () => ratioSteps(value.first, value.second),
      }
    },
  ],
})

function ratioSteps(first: number, second: number): readonly string[] {
  const divisor = commonDivisor(first, second)
  const [a, b] = [first / divisor, second / divisor]
  return [
    `Divide both terms by the largest number that divides both, which is ${divisor}.`,
    `${first} ÷ ${divisor} = <<${first}/${divisor}=${a}>>${a} and ${second} ÷ ${divisor} = <<${second}/${divisor}=${b}>>${b}, so the ratio is $${a} : ${b}$.`,
    `The sum of its terms is ${a} + ${b} = <<${a}+${b}=${a + b}>>${a + b}.`,
  ]
}

/** The first share of a total that is divided in a ratio. */
const shareInRatio: Family = defineFamily({
  id: 'share-in-ratio',
  knowledgePoints: ['sharing-in-a-ratio'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 12, maximum: 600, link: { kind: 'count' } },
    first: { minimum: 2, maximum: 11 },
    second: { minimum: 2, maximum: 11 },
  },
  sample: (random, fixed) => {
    const [first, second] = [random.integer(2, 11), random.integer(2, 11)]
    return { first, second, total: fixed.total ?? (first + second) * random.integer(2, 40) }
  },
  possible: ({ total, first, second }) => first !== second && total > first + second,
  nice: ({ total, first, second }) =>
    commonDivisor(first, second) === 1 && total % (first + second) === 0 && total > first + second,
  solve: ({ total, first, second }) => fractionAnswer(total * first, first + second),
  check: {
    method: 'inverse',
    // The rest of the total is in the given ratio to the share.
    accepts: ({ total, first, second }, answer) =>
      Math.abs((total - numericValue(answer)) * first - numericValue(answer) * second) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      const things = story.pick(['chocolates', 'stickers', 'glass beads'])
      return {
        setup: `${name} and ${friend} share ${text.total} ${things} in the ratio ${text.first} to ${text.second}, in this order.`,
        ask: `How many ${things} does ${name} get?`,
        quantity: `the number of ${things} that ${name} gets`,
        steps: () => shareSteps(value, `${name} gets`, things),
      }
    },
    ({ value, text, story }) => {
      const [whole, one, other] = story.pick([
        ['choir', 'sopranos', 'altos'],
        ['fish tank', 'guppies', 'mollies'],
        ['nursery', 'pines', 'birches'],
      ] as const)
      return {
        setup: `There are ${text.total} ${one} and ${other} altogether in a ${whole}. For every ${text.first} ${one} there are ${text.second} ${other}.`,
        ask: `How many ${one} are there in the ${whole}?`,
        quantity: `the number of ${one} in the ${whole}`,
        steps: () => shareSteps(value, 'there are', one),
      }
    },
    ({ value, text, story }) => {
      const pieces = story.pick(['jigsaw', 'mosaic', 'quilt'])
      return {
        setup: `A ${pieces} consists of ${text.total} pieces; light and dark pieces are in the ratio ${text.first} to ${text.second}.`,
        ask: `Find the number of light pieces.`,
        quantity: `the number of light pieces of the ${pieces}`,
        steps: () => shareSteps(value, 'there are', 'light pieces'),
      }
    },
    ({ value, text, story }) => {
      const job = story.pick(['a garden plan', 'a stage set', 'a wall painting'])
      return {
        setup: `Two artists are paid with ${text.total} gold coins for ${job}. They split the coins in the same ratio as their working days, which are ${text.first} for the first artist and ${text.second} for the second.`,
        ask: `How many gold coins does the first artist get?`,
        quantity: `the number of gold coins that the first artist gets`,
        steps: () => shareSteps(value, 'the first artist gets', 'gold coins'),
      }
    },
  ],
})

function shareSteps(
  { total, first, second }: { readonly total: number; readonly first: number; readonly second: number },
  who: string,
  things: string,
): readonly string[] {
  const parts = first + second
  const one = digits(total, parts)
  const share = digits(total * first, parts)
  return [
    `The ratio splits the total into ${first} + ${second} = <<${first}+${second}=${parts}>>${parts} equal parts.`,
    `One part is ${total} ÷ ${parts} = <<${total}/${parts}=${one}>>${one}.`,
    `The first share has ${first} parts: ${first} × ${one} = <<${first}*${one}=${share}>>${share}, so ${who} ${share} ${things}.`,
  ]
}

/** Distance on a map and in nature. */
const mapDistance: Family = defineFamily({
  id: 'map-distance',
  knowledgePoints: ['scale-and-maps'],
  level: 1,
  result: { kind: 'length', unit: 'km' },
  answerStyle: 'decimal',
  givens: {
    scale: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    measured: { minimum: 12, maximum: 190, style: 'tenths' },
  },
  possible: () => true,
  nice: ({ scale, measured }) => (scale * measured) % 10 === 0 && measured % 10 !== 0,
  solve: ({ scale, measured }) => fractionAnswer(scale * measured, 10),
  check: {
    method: 'inverse',
    accepts: ({ scale, measured }, answer) => Math.abs(numericValue(answer) / scale - measured / 10) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['two harbours', 'harbours'],
        ['two villages', 'villages'],
        ['two lighthouses', 'lighthouses'],
      ] as const)
      return {
        setup: `On a map, one centimetre stands for ${text.scale} km. The distance between ${one} on this map is ${text.measured} cm.`,
        ask: `How many kilometres apart are the ${other} in reality?`,
        quantity: `the real distance between the ${other} in kilometres`,
        steps: () => mapSteps(value.scale, value.measured),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const line = story.pick(['railway line', 'hiking trail', 'canal'])
      return {
        setup: `On a map ${name} measures a length of ${text.measured} cm for a ${line}. Every centimetre on the map stands for ${text.scale} km.`,
        ask: `What is the real length of the ${line} in kilometres?`,
        quantity: `the real length of the ${line} in kilometres`,
        steps: () => mapSteps(value.scale, value.measured),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['a large island', 'a stretch of coast', 'a province'])
      return {
        setup: `A school class draws a map of ${place}, with one centimetre for every ${text.scale} km. On this map the longest road measures ${text.measured} cm.`,
        ask: `Find the length of this road in kilometres.`,
        quantity: `the real length in kilometres of the longest road on the map`,
        steps: () => mapSteps(value.scale, value.measured),
      }
    },
  ],
})

function mapSteps(scale: number, measured: number): readonly string[] {
  const length = digits(measured, 10)
  const real = digits(scale * measured, 10)
  return [
    `Every centimetre stands for ${scale} km, so multiply the measured length by the scale.`,
    `${length} × ${scale} = <<${length}*${scale}=${real}>>${real}, so the real length is ${real} km.`,
  ]
}

export const ratioFamilies: readonly Family[] = [lowestRatio, shareInRatio, mapDistance]
