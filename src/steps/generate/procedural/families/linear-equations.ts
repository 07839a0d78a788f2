import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** a x − b = c. */
const twoStepEquation: Family = defineFamily({
  id: 'two-step-equation',
  knowledgePoints: ['multi-step-linear-equations'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    taken: { minimum: 2, maximum: 120, link: { kind: 'number' } },
    result: { minimum: 2, maximum: 600, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const factor = fixed.factor ?? random.integer(2, 12)
    const solution = random.integer(3, 40)
    if (fixed.result !== undefined && fixed.taken === undefined)
      return {
        factor,
        result: fixed.result,
        taken: factor * Math.ceil((fixed.result + 1) / factor + random.integer(0, 6)) - fixed.result,
      }
    const taken = fixed.taken ?? random.integer(2, 40)
    return { factor, taken, result: fixed.result ?? factor * solution - taken }
  },
  possible: ({ factor, taken, result }) => factor >= 2 && taken > 0 && result > 0,
  nice: ({ factor, taken, result }) => (result + taken) % factor === 0 && result + taken > factor,
  solve: ({ factor, taken, result }) => fractionAnswer(result + taken, factor),
  check: {
    method: 'inverse',
    accepts: ({ factor, taken, result }, answer) =>
      Math.abs(factor * numericValue(answer) - taken - result) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${math.factor}${x} - ${math.taken} = ${math.result}$`
      return {
        setup: '',
        ask: `If ${equation}, what is the value of $${x}$?`,
        quantity: `the solution $${x}$ of the equation ${equation}`,
        steps: () => twoSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} multiplies a secret number by ${text.factor} and then subtracts ${text.taken}. The result is ${text.result}.`,
      ask: `What is ${story.hero.name}’s secret number?`,
      quantity: `${story.hero.name}’s secret number`,
      steps: () => equationSteps(value, story.variable(), `is the secret number`),
    }),
    ({ value, text, story }) => {
      const [boxes, things, lost] = story.pick([
        ['crates', 'bottles', 'break on the way'],
        ['trays', 'muffins', 'are eaten by the helpers'],
        ['baskets', 'peaches', 'are too soft to sell'],
        ['packs', 'balloons', 'burst before the party'],
      ] as const)
      return {
        setup: `A shop receives ${text.factor} full ${boxes} of ${things}, all with the same number of ${things}. Of these, ${text.taken} ${things} ${lost}, and ${text.result} ${things} remain.`,
        ask: `How many ${things} were in each of the ${boxes}?`,
        quantity: `the number of ${things} in each of the full ${boxes}`,
        steps: () => equationSteps(value, story.variable(), `${things} were in each of the ${boxes}`),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The number $${x}$ solves the equation $${math.result} + ${math.taken} = ${math.factor} \\cdot ${x}$.`,
        ask: `Find $${x}$.`,
        quantity: `the number $${x}$`,
        steps: () => sidesSwapped(value, x),
      }
    },
    ({ value, text, story }) => {
      const [service, unit] = story.pick([
        ['bicycle', 'day'],
        ['canoe', 'hour'],
        ['tent', 'night'],
      ] as const)
      return {
        setup: `Renting a ${service} costs ${text.factor} euros per ${unit}. With a voucher that takes ${text.taken} euros off the total, ${story.hero.name} pays ${text.result} euros.`,
        ask: `For how many ${unit}s does ${story.hero.name} rent the ${service}?`,
        quantity: `the number of ${unit}s for which ${story.hero.name} rents the ${service}`,
        steps: () => equationSteps(value, story.variable(), `is the number of ${unit}s`),
      }
    },
  ],
})

interface TwoStep {
  readonly factor: number
  readonly taken: number
  readonly result: number
}

/** @param meaning  what follows the unknown: `is the secret number` */
function equationSteps(value: TwoStep, x: string, meaning: string): readonly string[] {
  const { factor, taken, result } = value
  return [`If $${x}$ ${meaning}, then $${factor}${x} - ${taken} = ${result}$.`, ...twoSteps(value, x)]
}

function twoSteps({ factor, taken, result }: TwoStep, x: string): readonly string[] {
  const sum = result + taken
  return [
    `Undo the subtraction first: add ${taken} to both sides, so $${factor}${x}$ = ${result} + ${taken} = ${computed(`${result}+${taken}`, sum)}.`,
    `Then divide both sides by ${factor}: $${x}$ = ${sum} ÷ ${factor} = ${computed(`${sum}/${factor}`, sum / factor)}.`,
  ]
}

function sidesSwapped({ factor, taken, result }: TwoStep, x: string): readonly string[] {
  const sum = result + taken
  return [
    `First simplify the left side: ${result} + ${taken} = ${computed(`${result}+${taken}`, sum)}.`,
    `Then divide both sides by ${factor}: $${x}$ = ${sum} ÷ ${factor} = ${computed(`${sum}/${factor}`, sum / factor)}.`,
  ]
}

/** a x + b = c x + d. */
const unknownOnBothSides: Family = defineFamily({
  id: 'unknown-on-both-sides',
  knowledgePoints: ['multi-step-linear-equations'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    fast: { minimum: 4, maximum: 40, link: { kind: 'number' } },
    behind: { minimum: 2, maximum: 80, link: { kind: 'number' } },
    slow: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    ahead: { minimum: 10, maximum: 900 },
  },
  sample: (random, fixed) => {
    const slow = fixed.slow ?? random.integer(2, 12)
    const fast = fixed.fast ?? slow + random.integer(2, 10)
    const behind = fixed.behind ?? random.integer(2, 40)
    return { fast, behind, slow, ahead: behind + (fast - slow) * random.integer(3, 30) }
  },
  possible: ({ fast, behind, slow, ahead }) => fast > slow && ahead > behind,
  nice: ({ fast, behind, slow, ahead }) => (ahead - behind) % (fast - slow) === 0,
  solve: ({ fast, behind, slow, ahead }) => fractionAnswer(ahead - behind, fast - slow),
  check: {
    method: 'inverse',
    accepts: ({ fast, behind, slow, ahead }, answer) => {
      const x = numericValue(answer)
      return Math.abs(fast * x + behind - (slow * x + ahead)) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${math.fast}${x} + ${math.behind} = ${math.slow}${x} + ${math.ahead}$`
      return {
        setup: '',
        ask: `Solve ${equation} for $${x}$.`,
        quantity: `the solution $${x}$ of ${equation}`,
        steps: () => bothSidesSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      const [things, unit] = story.pick([
        ['coins', 'week'],
        ['stamps', 'month'],
        ['origami cranes', 'day'],
        ['bottle caps', 'day'],
      ] as const)
      return {
        setup: `${story.hero.name} has ${text.behind} ${things} and adds ${text.fast} more every ${unit}. ${friend.name} has ${text.ahead} ${things} and adds ${text.slow} more every ${unit}.`,
        ask: `After how many ${unit}s do they have the same number of ${things}?`,
        quantity: `the number of ${unit}s until ${story.hero.name} and ${friend.name} have the same number of ${things}`,
        steps: () => {
          const x = story.variable()
          return [
            `Let $${x}$ be the number of ${unit}s; then the two numbers of ${things} are $${value.behind} + ${value.fast}${x}$ and $${value.ahead} + ${value.slow}${x}$.`,
            ...bothSidesSteps(value, x),
          ]
        },
      }
    },
    ({ value, text, story }) => ({
      setup: `If a certain number is multiplied by ${text.fast} and ${text.behind} is added, the result is the same as when the number is multiplied by ${text.slow} and ${text.ahead} is added.`,
      ask: `Find the number.`,
      quantity: `the number for which the two results agree`,
      steps: () => bothSidesSteps(value, story.variable()),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `For a certain value of $${x}$, the expressions $${math.slow}${x} + ${math.ahead}$ and $${math.fast}${x} + ${math.behind}$ are equal.`,
        ask: `What is this value of $${x}$?`,
        quantity: `the value of $${x}$ that makes the two expressions equal`,
        steps: () => bothSidesSteps(value, x),
      }
    },
  ],
})

function bothSidesSteps(
  value: { fast: number; behind: number; slow: number; ahead: number },
  x: string,
): readonly string[] {
  const { fast, behind, slow, ahead } = value
  const left = fast - slow
  const right = ahead - behind
  return [
    `The equation is $${fast}${x} + ${behind} = ${slow}${x} + ${ahead}$.`,
    `Subtract $${slow}${x}$ from both sides; on the left the coefficient of $${x}$ becomes ${fast} - ${slow} = ${computed(`${fast}-${slow}`, left)}.`,
    `Subtract ${behind} from both sides; the right side becomes ${ahead} - ${behind} = ${computed(`${ahead}-${behind}`, right)}.`,
    `So $${x}$ = ${right} ÷ ${left} = ${computed(`${right}/${left}`, right / left)}.`,
  ]
}

export const linearEquationFamilies: readonly Family[] = [twoStepEquation, unknownOnBothSides]
