import { integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** a x^2 − b x + c at a point. */
const quadraticValue: Family = defineFamily({
  id: 'value-of-a-quadratic-expression',
  knowledgePoints: ['evaluating-expressions'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    square: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    linear: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    point: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ square, linear, constant, point }) => square * point * point - linear * point + constant > 0,
  nice: ({ square, linear, constant, point }) => square * point * point - linear * point + constant <= 300,
  solve: ({ square, linear, constant, point }) =>
    integerAnswer(square * point * point - linear * point + constant),
  check: {
    method: 'numeric',
    // Horner's scheme instead of term by term.
    accepts: ({ square, linear, constant, point }, answer) => {
      let value = square
      for (const coefficient of [-linear, constant]) value = value * point + coefficient
      return numericValue(answer) === value
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const expression = `${math.square}${x}^2 - ${math.linear}${x} + ${math.constant}`
      return {
        setup: '',
        ask: `What is the value of $${expression}$ when $${x} = ${math.point}$?`,
        quantity: `the value of $${expression}$ when $${x} = ${math.point}$`,
        constants: ['2'],
        steps: () => quadraticSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `Let $${x} = ${math.point}$.`,
        ask: `Evaluate $${math.constant} + ${math.square}${x}^2 - ${math.linear}${x}$.`,
        quantity: `the value of $${math.constant} + ${math.square}${x}^2 - ${math.linear}${x}$`,
        constants: ['2'],
        steps: () => quadraticSteps(value),
      }
    },
    ({ value, math, text, story }) => {
      const x = story.variable()
      const [thing, made] = story.pick([
        ['A game', 'points are awarded for reaching level'],
        ['A computer program', 'seconds are needed for a puzzle of size'],
        ['A club', 'letters are sent in week'],
      ] as const)
      return {
        setup: `${thing} follows a rule: $${math.square}${x}^2 - ${math.linear}${x} + ${math.constant}$ ${made} $${x}$.`,
        ask: `What number does the rule give for $${x}$ equal to ${text.point}?`,
        quantity: `the number that the rule gives for $${x}$ equal to ${text.point}`,
        constants: ['2'],
        steps: () => quadraticSteps(value),
      }
    },
  ],
})

function quadraticSteps(value: {
  square: number
  linear: number
  constant: number
  point: number
}): readonly string[] {
  const { square, linear, constant, point } = value
  const first = square * point * point
  const second = linear * point
  return [
    `Replace the letter by ${point}. The square comes first: ${point}^2 = ${computed(`${point}^2`, point * point)}.`,
    `The terms are ${square} × ${point * point} = ${computed(`${square}*${point * point}`, first)} and ${linear} × ${point} = ${computed(`${linear}*${point}`, second)}.`,
    `So the value is ${first} - ${second} + ${constant} = ${computed(`${first}-${second}+${constant}`, first - second + constant)}.`,
  ]
}

/** x^2 − xy + y^2 at two points. */
const twoLetterValue: Family = defineFamily({
  id: 'value-of-a-two-letter-expression',
  knowledgePoints: ['evaluating-expressions'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 15, link: { kind: 'number' } },
  },
  possible: ({ first, second }) => first > 0 && second > 0,
  nice: ({ first, second }) => first !== second,
  solve: ({ first, second }) => integerAnswer(first * first - first * second + second * second),
  check: {
    method: 'inverse',
    // The sum of the cubes is the sum times this expression.
    accepts: ({ first, second }, answer) =>
      (integerValue(answer) ?? -1) * (first + second) === first ** 3 + second ** 3,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const expression = `${x}^2 - ${x}${y} + ${y}^2`
      return {
        setup: `Let $${x} = ${math.first}$ and $${y} = ${math.second}$.`,
        ask: `What is the value of $${expression}$?`,
        quantity: `the value of $${expression}$`,
        constants: ['2', '2'],
        steps: () => twoLetterSteps(value.first, value.second),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `The product of the numbers ${text.first} and ${text.second} is subtracted from the sum of their squares; what is the result?`,
      quantity: `the sum of the squares of ${text.first} and ${text.second}, reduced by the product of the same two numbers`,
      steps: () => twoLetterSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} squares the number ${text.first}, and ${friend.name} squares the number ${text.second}. They add their squares and take away the product of their two original numbers.`,
        ask: `What do they get?`,
        quantity: `the result that ${story.hero.name} and ${friend.name} get from their two numbers`,
        steps: () => twoLetterSteps(value.first, value.second),
      }
    },
  ],
})

function twoLetterSteps(first: number, second: number): readonly string[] {
  const [a, b, product] = [first * first, second * second, first * second]
  return [
    `Compute the squares: ${first}^2 = ${computed(`${first}^2`, a)} and ${second}^2 = ${computed(`${second}^2`, b)}.`,
    `Compute the product: ${first} × ${second} = ${computed(`${first}*${second}`, product)}.`,
    `Put them together: ${a} - ${product} + ${b} = ${computed(`${a}-${product}+${b}`, a - product + b)}.`,
  ]
}

/** Words to an expression, then its value. */
const wordsToExpression: Family = defineFamily({
  id: 'value-of-a-verbal-expression',
  knowledgePoints: ['translating-words-to-algebra'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    added: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    point: { minimum: 2, maximum: 30, link: { kind: 'number' } },
  },
  possible: ({ added, factor, point }) => added > 0 && factor > 0 && point > 0,
  solve: ({ added, factor, point }) => integerAnswer(factor * point + added),
  check: {
    method: 'simulation',
    accepts: ({ added, factor, point }, answer) => {
      let value = added
      for (let times = 0; times < factor; times++) value += point
      return numericValue(answer) === value
    },
  },
  wordings: [
    ({ value, math, text, story }) => {
      const x = story.variable()
      return {
        setup: `The phrase “${text.added} more than the product of ${text.factor} and a number” is written as an expression in $${x}$, where $${x}$ stands for the number.`,
        ask: `What is the value of this expression if $${x} = ${math.point}$?`,
        quantity: `the value of the expression for the phrase if $${x} = ${math.point}$`,
        steps: () => verbalSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      const relative = story.pick(['grandmother', 'uncle', 'aunt', 'grandfather'])
      return {
        setup: `The number of ${story.pick(['stamps', 'records', 'books', 'postcards'])} that ${friend.name}’s ${relative} has is ${text.added} greater than ${text.factor} times the number that ${friend.name} has.`,
        ask: `If ${friend.name} has ${text.point} of them, how many does the ${relative} have?`,
        quantity: `the number that the ${relative} has if ${friend.name} has ${text.point} of them`,
        steps: () => verbalSteps(value, story.variable()),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `A parking garage charges ${text.added} pesos for entering and ${text.factor} pesos for each hour. ${story.hero.name} writes an expression for the price of parking for $${x}$ hours.`,
        ask: `How many pesos does the expression give for ${text.point} hours?`,
        quantity: `the number of pesos that ${story.hero.name}’s expression gives for ${text.point} hours`,
        steps: () => verbalSteps(value, x),
      }
    },
  ],
})

function verbalSteps(value: { added: number; factor: number; point: number }, x: string): readonly string[] {
  const { added, factor, point } = value
  return [
    `“Times” means multiplication and “more” means addition, so with $${x}$ for the unknown number the expression is $${factor}${x} + ${added}$.`,
    `Put in ${point}: ${factor} × ${point} = ${computed(`${factor}*${point}`, factor * point)}.`,
    `Then ${factor * point} + ${added} = ${computed(`${factor * point}+${added}`, factor * point + added)}.`,
  ]
}

export const expressionFamilies: readonly Family[] = [quadraticValue, twoLetterValue, wordsToExpression]
