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
      setup: `The ratio $${math.first} : ${math.second}$ is simplified as far as possible.`,
      ask: `What is the sum of its two terms?`,
      quantity: `the sum of the two terms of the simplified ratio`,
      steps: () => ratioSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const group = story.pick(['orchestra', 'football club', 'dance school'])
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
        ['aquarium', 'guppies', 'mollies'],
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

/** Scaling a need up or down. */
const scaledRecipe: Family = defineFamily({
  id: 'direct-proportion-need',
  knowledgePoints: ['direct-proportion'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    base: { minimum: 2, maximum: 24 },
    need: { minimum: 3, maximum: 120, link: { kind: 'count' } },
    target: { minimum: 3, maximum: 120, link: { kind: 'count' } },
  },
  possible: ({ base, target }) => target !== base,
  nice: ({ base, need, target }) =>
    (need * target) % base === 0 && (need * target) / base <= 900 && need !== base && need <= 5 * base,
  solve: ({ base, need, target }) => fractionAnswer(need * target, base),
  check: {
    method: 'inverse',
    // The need per unit is the same for both.
    accepts: ({ base, need, target }, answer) => Math.abs(numericValue(answer) / target - need / base) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const dish = story.pick(['omelette', 'sponge cake', 'egg noodles'])
      return {
        setup: `A canteen uses ${text.need} eggs for ${text.base} portions of ${dish}.`,
        ask: `At this rate, how many eggs does it use for ${text.target} portions?`,
        quantity: `the number of eggs that the canteen uses for ${text.target} portions`,
        steps: () => proportionSteps(value, 'eggs'),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['paving slabs', 'tiles', 'stone plates'])
      return {
        setup: `For every ${text.base} square metres of a path, ${text.need} ${things} are needed. ${story.hero.name} plans a path of ${text.target} square metres.`,
        ask: `How many ${things} does ${story.hero.name} need?`,
        quantity: `the number of ${things} that ${story.hero.name} needs for the path`,
        steps: () => proportionSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const machine = story.pick(['loom', 'knitting machine', 'laser cutter'])
      return {
        setup: `A ${machine} always works at the same speed and finishes ${text.need} patterns in ${text.base} hours. This week it runs for ${text.target} hours.`,
        ask: `Find the number of patterns that it finishes this week.`,
        quantity: `the number of patterns that the ${machine} finishes this week`,
        steps: () => proportionSteps(value, 'patterns'),
      }
    },
  ],
})

interface Proportion {
  readonly base: number
  readonly need: number
  readonly target: number
}

function proportionSteps({ base, need, target }: Proportion, things: string): readonly string[] {
  const product = need * target
  const result = digits(product, base)
  return [
    `The two quantities grow in the same proportion: ${target} is ${target}/${base} times ${base}, so the number of ${things} is ${target}/${base} times ${need}.`,
    `${need} × ${target} = <<${need}*${target}=${product}>>${product}, and ${product} ÷ ${base} = <<${product}/${base}=${result}>>${result}.`,
    `So the result is ${result} ${things}.`,
  ]
}

/** More hands, less time. */
const sharedStock: Family = defineFamily({
  id: 'inverse-proportion-days',
  knowledgePoints: ['inverse-proportion'],
  level: 2,
  result: { kind: 'time', unit: 'days' },
  givens: {
    workers: { minimum: 3, maximum: 60, link: { kind: 'count' } },
    days: { minimum: 3, maximum: 60, link: { kind: 'number' } },
    others: { minimum: 2, maximum: 60, link: { kind: 'count' } },
  },
  possible: ({ workers, others }) => workers !== others,
  nice: ({ workers, days, others }) =>
    (workers * days) % others === 0 && others <= 4 * workers && workers <= 4 * others,
  solve: ({ workers, days, others }) => fractionAnswer(workers * days, others),
  check: {
    method: 'inverse',
    accepts: ({ workers, days, others }, answer) =>
      Math.abs(numericValue(answer) * others - workers * days) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const job = story.pick(['renovate a station', 'restore a castle wall', 'plant a forest'])
      return {
        setup: `It takes ${text.workers} workers ${text.days} days to ${job}.`,
        ask: `How many days would ${text.others} workers need for the same job at the same pace?`,
        quantity: `the number of days that ${text.others} workers need to ${job}`,
        steps: () => inverseSteps(value, 'worker'),
      }
    },
    ({ value, text, story }) => {
      const animals = story.pick(['horses', 'camels', 'llamas'])
      return {
        setup: `A barn holds enough hay to feed ${text.workers} ${animals} for ${text.days} days, but now ${text.others} ${animals} have to live on it.`,
        ask: `For how many days does the hay last?`,
        quantity: `the number of days for which the hay lasts`,
        steps: () => inverseSteps(value, 'animal'),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['on board a ship', 'in a polar station', 'in a desert camp'])
      return {
        setup: `The drinking water ${place} is enough for ${text.workers} people for ${text.days} days. Everybody drinks the same amount each day, but ${text.others} people have to share the water.`,
        ask: `Find the number of days until the water runs out.`,
        quantity: `the number of days until the drinking water ${place} runs out`,
        steps: () => inverseSteps(value, 'person'),
      }
    },
  ],
})

function inverseSteps(
  { workers, days, others }: { readonly workers: number; readonly days: number; readonly others: number },
  unit: string,
): readonly string[] {
  const total = workers * days
  const result = digits(total, others)
  return [
    `The product of number and time stays the same: one ${unit} alone would have ${workers} × ${days} = <<${workers}*${days}=${total}>>${total} days.`,
    `Shared by ${others} this is ${total} ÷ ${others} = <<${total}/${others}=${result}>>${result} days.`,
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
        setup: `${name} measures a ${line} on a map: ${text.measured} cm. According to the legend every centimetre is ${text.scale} km in nature.`,
        ask: `What is the real length of the ${line} in kilometres?`,
        quantity: `the real length of the ${line} in kilometres`,
        steps: () => mapSteps(value.scale, value.measured),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['an island', 'a national park', 'a valley'])
      return {
        setup: `A school class draws ${place} so that a length of ${text.scale} km becomes one centimetre. In the drawing the longest road measures ${text.measured} cm.`,
        ask: `Find the length of this road in kilometres.`,
        quantity: `the real length in kilometres of the longest road that the class draws`,
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

export const ratioFamilies: readonly Family[] = [
  lowestRatio,
  shareInRatio,
  scaledRecipe,
  sharedStock,
  mapDistance,
]
