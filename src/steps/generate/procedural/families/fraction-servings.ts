import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits } from './everyday-text.ts'

/** How many fractional servings fit into a whole amount. */
const servings: Family = defineFamily({
  id: 'fractional-servings',
  knowledgePoints: ['dividing-fractions'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    amount: { minimum: 3, maximum: 90, link: { kind: 'number' } },
    part: { minimum: 2, maximum: 9 },
    whole: { minimum: 3, maximum: 12 },
  },
  sample: (random, fixed) => {
    const whole = random.integer(3, 12)
    const part = random.integer(2, whole - 1)
    return { part, whole, amount: fixed.amount ?? part * random.integer(2, 20) }
  },
  possible: ({ part, whole }) => part < whole,
  nice: ({ amount, part, whole }) => commonDivisor(part, whole) === 1 && (amount * whole) % part === 0,
  solve: ({ amount, part, whole }) => fractionAnswer(amount * whole, part),
  check: {
    method: 'inverse',
    accepts: ({ amount, part, whole }, answer) =>
      Math.abs((numericValue(answer) * part) / whole - amount) < 1e-9,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const [vessel, drink] = story.pick([
        ['flasks', 'milk'],
        ['bottles', 'olive oil'],
        ['jars', 'honey'],
      ] as const)
      return {
        setup: `A farm shop fills ${text.amount} litres of ${drink} into ${vessel} that hold $\\frac{${math.part}}{${math.whole}}$ of a litre each.`,
        ask: `How many ${vessel} are filled?`,
        quantity: `the number of ${vessel} of ${drink} that are filled`,
        steps: () => servingSteps(value, vessel),
      }
    },
    ({ value, text, math, story }) => {
      const dough = story.pick(['bread rolls', 'flatbreads', 'pretzels'])
      return {
        setup: `A batch of ${dough} needs $\\frac{${math.part}}{${math.whole}}$ kg of flour, and ${story.hero.name} has ${text.amount} kg of flour.`,
        ask: `How many batches can ${story.hero.name} bake?`,
        quantity: `the number of batches of ${dough} that ${story.hero.name} can bake`,
        steps: () => servingSteps(value, 'batches'),
      }
    },
    ({ value, text, math, story }) => {
      const material = story.pick(['ribbon', 'copper wire', 'rope'])
      return {
        setup: `A length of ${text.amount} metres of ${material} is cut up completely. Every piece is $\\frac{${math.part}}{${math.whole}}$ of a metre long.`,
        ask: `Find the number of pieces.`,
        quantity: `the number of pieces of ${material}`,
        steps: () => servingSteps(value, 'pieces'),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.person()
      return {
        setup: `${name} gives piano lessons of $\\frac{${math.part}}{${math.whole}}$ of an hour each. This month the lessons took ${text.amount} hours in all.`,
        ask: `How many lessons did ${name} give this month?`,
        quantity: `the number of lessons that ${name} gave this month`,
        steps: () => servingSteps(value, 'lessons'),
      }
    },
  ],
})

function servingSteps(
  { amount, part, whole }: { readonly amount: number; readonly part: number; readonly whole: number },
  things: string,
): readonly string[] {
  const top = amount * whole
  const result = digits(top, part)
  return [
    `The question is how often $\\frac{${part}}{${whole}}$ goes into ${amount}. Dividing by a fraction is multiplying by its reciprocal $\\frac{${whole}}{${part}}$.`,
    `${amount} × ${whole} = <<${amount}*${whole}=${top}>>${top}, and ${top} ÷ ${part} = <<${top}/${part}=${result}>>${result}.`,
    `So the amount is enough for ${result} ${things}.`,
  ]
}

export const fractionServingFamilies: readonly Family[] = [servings]
