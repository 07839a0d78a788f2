import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits } from './everyday-text.ts'

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
  sample: (random, fixed) => {
    const base = random.integer(2, 24)
    const need = fixed.need ?? random.integer(3, 5 * base)
    const step = base / commonDivisor(base, need)
    return {
      base,
      need,
      target: fixed.target ?? step * random.integer(1, Math.max(1, Math.floor(120 / step))),
    }
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
  sample: (random, fixed) => {
    const others = fixed.others ?? random.integer(2, 60)
    const workers = fixed.workers ?? random.integer(3, 60)
    const step = others / commonDivisor(others, workers)
    return {
      workers,
      others,
      days: fixed.days ?? step * random.integer(1, Math.max(1, Math.floor(60 / step))),
    }
  },
  possible: ({ workers, others }) => workers !== others,
  nice: ({ workers, days, others }) =>
    (workers * days) % others === 0 && days !== others && others <= 4 * workers && workers <= 4 * others,
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
    `The product of number and time stays the same: for one ${unit} alone it would be ${workers} × ${days} = <<${workers}*${days}=${total}>>${total} days.`,
    `Shared by ${others} this is ${total} ÷ ${others} = <<${total}/${others}=${result}>>${result} days.`,
  ]
}

export const proportionFamilies: readonly Family[] = [scaledRecipe, sharedStock]
