import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

/** Paying an amount with ones, twos and one larger value, case by case. */
const payingByCases: Family = defineFamily({
  id: 'paying-by-cases',
  knowledgePoints: ['addition-principle'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    amount: { minimum: 6, maximum: 60, link: { kind: 'number' } },
    large: { minimum: 4, maximum: 20, link: { kind: 'number' } },
  },
  possible: ({ amount, large }) => large >= 3 && large <= amount,
  nice: ({ amount, large }) => amount >= large + 2 && amount / large < 6,
  solve: ({ amount, large }) =>
    integerAnswer(casesFor(amount, large).reduce((ways, { rest }) => ways + Math.floor(rest / 2) + 1, 0)),
  check: {
    method: 'brute force',
    accepts: ({ amount, large }, answer) => {
      let ways = 0
      for (let ones = 0; ones <= amount; ones++)
        for (let twos = 0; ones + 2 * twos <= amount; twos++)
          if ((amount - ones - 2 * twos) % large === 0) ways++
      return isFraction(answer, ways)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['fair', 'game arcade', 'youth club'])
      return {
        setup: `A ${place} uses tokens worth one point, two points and ${text.large} points.`,
        ask: `In how many ways can a debt of ${text.amount} points be paid exactly if the order of the tokens does not matter?`,
        quantity: `the number of ways to pay a debt of ${text.amount} points at the ${place} exactly, regardless of the order of the tokens`,
        steps: () => caseSteps(value, 'points'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} has plenty of weights of one kilogram, of two kilograms and of ${text.large} kilograms, those of the same mass being alike.`,
        ask: `How many sets of weights with a total mass of ${text.amount} kilograms can ${name} put together?`,
        quantity: `the number of sets of ${name}’s weights with a total mass of ${text.amount} kilograms`,
        steps: () => caseSteps(value, 'kilograms'),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `In how many ways can ${text.amount} be written as a sum, in any order, whose terms are ones, twos and copies of ${text.large}?`,
      quantity: `the number of ways to write ${text.amount} as a sum, in any order, whose terms are ones, twos and copies of ${text.large}`,
      steps: () => caseSteps(value, ''),
    }),
  ],
})

/** What remains for ones and twos, for each number of large pieces. */
function casesFor(
  amount: number,
  large: number,
): readonly { readonly pieces: number; readonly rest: number }[] {
  return Array.from({ length: Math.floor(amount / large) + 1 }, (_, pieces) => ({
    pieces,
    rest: amount - large * pieces,
  }))
}

function caseSteps(value: { amount: number; large: number }, unit: string): readonly string[] {
  const cases = casesFor(value.amount, value.large)
  const counts = cases.map(({ rest }) => Math.floor(rest / 2) + 1)
  const left = unit === '' ? 'left' : `${unit} left`
  return [
    `Split into cases by how often ${value.large} is used. What is left is made of ones and twos, which is settled by the number of twos: from none up to half of what is left.`,
    ...cases.map(
      ({ pieces, rest }, place) =>
        `With ${pieces} of them: ${value.amount} - ${pieces} × ${value.large} = ${computed(`${value.amount}-${pieces}*${value.large}`, rest)} ${left}, so ${counts[place]} ${counts[place] === 1 ? 'possibility' : 'possibilities'}.`,
    ),
    `Adding the cases: ${worked(
      counts.join('+'),
      counts.reduce((total, count) => total + count, 0),
    )}.`,
  ]
}

export const caseworkFamilies: readonly Family[] = [payingByCases]
