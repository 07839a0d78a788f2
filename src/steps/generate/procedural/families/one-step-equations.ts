import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** x + a = b. */
const oneStepAddition: Family = defineFamily({
  id: 'one-step-addition-equation',
  knowledgePoints: ['one-step-equations'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    added: { minimum: 2, maximum: 120, link: { kind: 'number' } },
    total: { minimum: 6, maximum: 240, link: { kind: 'number' } },
  },
  possible: ({ added, total }) => total > added,
  nice: ({ added, total }) => total - added >= 2 && total !== 2 * added,
  solve: ({ added, total }) => integerAnswer(total - added),
  check: {
    method: 'inverse',
    accepts: ({ added, total }, answer) => numericValue(answer) + added === total,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${x} + ${math.added} = ${math.total}$`
      return {
        setup: '',
        ask: `What is the value of $${x}$ if ${equation}?`,
        quantity: `the solution $${x}$ of the equation ${equation}`,
        steps: () => additionSteps(value.added, value.total),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['stickers', 'seashells', 'trading cards', 'comic books'])
      const friend = story.person()
      return {
        setup: `After ${friend.name} gives ${story.hero.name} ${text.added} ${things}, ${story.hero.name} has ${text.total} ${things}.`,
        ask: `How many ${things} did ${story.hero.name} have before?`,
        quantity: `the number of ${things} that ${story.hero.name} had before ${friend.name}’s gift`,
        steps: () => additionSteps(value.added, value.total),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `Which number gives ${text.total} when it is increased by ${text.added}?`,
      quantity: `the number that gives ${text.total} when it is increased by ${text.added}`,
      steps: () => additionSteps(value.added, value.total),
    }),
    ({ value, text, story }) => {
      const [vehicle, stop] = story.pick([
        ['bus', 'the market stop'],
        ['ferry', 'the island pier'],
        ['train', 'the junction'],
      ] as const)
      return {
        setup: `When ${text.added} passengers board a ${vehicle} at ${stop} and nobody gets off, there are ${text.total} passengers on the ${vehicle}.`,
        ask: `How many passengers were on the ${vehicle} before ${stop}?`,
        quantity: `the number of passengers on the ${vehicle} before ${stop}`,
        steps: () => additionSteps(value.added, value.total),
      }
    },
  ],
})

function additionSteps(added: number, total: number): readonly string[] {
  return [
    `The unknown number plus ${added} equals ${total}, so undo the addition by subtracting ${added} from both sides.`,
    `The unknown number is ${total} - ${added} = ${computed(`${total}-${added}`, total - added)}.`,
  ]
}

/** a x = b. */
const oneStepMultiplication: Family = defineFamily({
  id: 'one-step-multiplication-equation',
  knowledgePoints: ['one-step-equations'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    product: { minimum: 6, maximum: 960, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    if (fixed.product !== undefined)
      return { product: fixed.product, factor: fixed.factor ?? random.integer(2, 24) }
    const factor = fixed.factor ?? random.integer(2, 12)
    return { factor, product: factor * random.integer(3, 40) }
  },
  possible: ({ factor, product }) => factor > 0 && product > 0,
  nice: ({ factor, product }) => product % factor === 0 && product > factor,
  solve: ({ factor, product }) => fractionAnswer(product, factor),
  check: {
    method: 'inverse',
    accepts: ({ factor, product }, answer) => Math.abs(numericValue(answer) * factor - product) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${math.factor}${x} = ${math.product}$`
      return {
        setup: '',
        ask: `Solve the equation ${equation} for $${x}$.`,
        quantity: `the solution $${x}$ of the equation ${equation}`,
        steps: () => multiplicationSteps(value.factor, value.product),
      }
    },
    ({ value, text, story }) => {
      const [group, things, where, each] = story.pick([
        ['shelves', 'books', 'stand on', 'on each of the shelves'],
        ['aviaries', 'parrots', 'live in', 'in each of the aviaries'],
        ['vases', 'tulips', 'are arranged in', 'in each of the vases'],
        ['tables', 'guests', 'sit at', 'at each of the tables'],
      ] as const)
      return {
        setup: `A total of ${text.product} ${things} ${where} ${text.factor} ${group}, with the same number of ${things} ${each}.`,
        ask: `How many ${things} are there ${each}?`,
        quantity: `the number of ${things} ${each}`,
        steps: () => multiplicationSteps(value.factor, value.product),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} thinks of a number. When it is multiplied by ${text.factor}, the result is ${text.product}.`,
      ask: `Which number is ${story.hero.name} thinking of?`,
      quantity: `the number that ${story.hero.name} is thinking of`,
      steps: () => multiplicationSteps(value.factor, value.product),
    }),
  ],
})

function multiplicationSteps(factor: number, product: number): readonly string[] {
  return [
    `The unknown number times ${factor} equals ${product}, so undo the multiplication by dividing both sides by ${factor}.`,
    `The unknown number is ${product} ÷ ${factor} = ${computed(`${product}/${factor}`, product / factor)}.`,
  ]
}

export const oneStepEquationFamilies: readonly Family[] = [oneStepAddition, oneStepMultiplication]
