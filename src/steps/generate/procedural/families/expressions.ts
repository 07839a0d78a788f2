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
    method: 'simulation',
    // A table of values by differences: the first difference grows by the same amount from line to line.
    accepts: ({ square, linear, constant, point }, answer) => {
      let [value, difference] = [constant, square - linear]
      for (let x = 0; x < point; x++) {
        value += difference
        difference += square + square
      }
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
      const [before, after, unit, what, when] = story.pick([
        [
          'In month',
          'of a year, the balance of a club’s account is',
          'euros',
          'balance of the account',
          'in month',
        ],
        [
          'On day',
          'of an experiment, the temperature of an oven is',
          'degrees',
          'temperature of the oven',
          'on day',
        ],
        [
          'In week',
          'of a season, the profit of a boat rental is',
          'euros',
          'profit of the boat rental',
          'in week',
        ],
      ] as const)
      return {
        setup: `${before} $${x}$ ${after} $${math.square}${x}^2 - ${math.linear}${x} + ${math.constant}$ ${unit}.`,
        ask: `What is the ${what} ${when} ${text.point}, in ${unit}?`,
        quantity: `the ${what} ${when} ${text.point}, in ${unit}`,
        constants: ['2'],
        steps: () => quadraticSteps(value),
      }
    },
    ({ value, math, text, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} substitutes ${text.point} for $${x}$ in the expression $${math.square}${x}^2 + ${math.constant} - ${math.linear}${x}$.`,
        ask: `What number does ${story.hero.name} obtain?`,
        quantity: `the number that ${story.hero.name} obtains by the substitution`,
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
    `Put ${point} in place of the letter and compute the square first: $${point}^2$ = ${computed(`${point}^2`, point * point)}.`,
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
      ask: `What is the result when the product of ${text.first} and ${text.second} is subtracted from the sum of their squares?`,
      quantity: `the result when the product of ${text.first} and ${text.second} is subtracted from the sum of their squares`,
      steps: () => twoLetterSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} squares the number ${text.first}, and ${friend.name} squares the number ${text.second}. They add the two squares and subtract the product of the two original numbers.`,
        ask: `What result do they get?`,
        quantity: `the result that ${story.hero.name} and ${friend.name} get from their two numbers`,
        steps: () => twoLetterSteps(value.first, value.second),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The expression $${x}^2 + ${y}^2 - ${x}${y}$ is evaluated for $${x} = ${math.first}$ and $${y} = ${math.second}$.`,
        ask: `Which number results?`,
        quantity: `the value of the expression in $${x}$ and $${y}$`,
        constants: ['2', '2'],
        steps: () => twoLetterSteps(value.first, value.second),
      }
    },
  ],
})

function twoLetterSteps(first: number, second: number): readonly string[] {
  const [a, b, product] = [first * first, second * second, first * second]
  return [
    `Compute the squares: $${first}^2$ = ${computed(`${first}^2`, a)} and $${second}^2$ = ${computed(`${second}^2`, b)}.`,
    `Compute the product: ${first} × ${second} = ${computed(`${first}*${second}`, product)}.`,
    `Add the squares and subtract the product: ${a} + ${b} - ${product} = ${computed(`${a}+${b}-${product}`, a - product + b)}.`,
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
        steps: () => verbalSteps(value, `The number $${x}$`, x),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      const things = story.pick(['stamps', 'records', 'books', 'postcards'])
      const relative = story.pick(['grandmother', 'uncle', 'aunt', 'grandfather'])
      return {
        setup: `The number of ${things} that ${friend.name}’s ${relative} owns is ${text.added} more than ${text.factor} times the number that ${friend.name} owns.`,
        ask: `If ${friend.name} owns ${text.point} ${things}, how many does the ${relative} own?`,
        quantity: `the number of ${things} that the ${relative} owns if ${friend.name} owns ${text.point}`,
        steps: () => {
          const x = story.variable()
          return verbalSteps(value, `Let $${x}$ be the number of ${things} that ${friend.name} owns. It`, x)
        },
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `A parking garage charges ${text.added} pesos for entering and ${text.factor} pesos for each hour. ${story.hero.name} writes an expression for the price of parking for $${x}$ hours.`,
        ask: `How many pesos does the expression give for ${text.point} hours?`,
        quantity: `the number of pesos that ${story.hero.name}’s expression gives for ${text.point} hours`,
        steps: () => verbalSteps(value, `The number $${x}$ of hours`, x),
      }
    },
  ],
})

function verbalSteps(
  value: { added: number; factor: number; point: number },
  subject: string,
  x: string,
): readonly string[] {
  const { added, factor, point } = value
  return [
    `${subject} is multiplied by ${factor}, and then ${added} is added, so the expression is $${factor}${x} + ${added}$.`,
    `For $${x} = ${point}$ the product is ${factor} × ${point} = ${computed(`${factor}*${point}`, factor * point)}.`,
    `Then ${factor * point} + ${added} = ${computed(`${factor * point}+${added}`, factor * point + added)}.`,
  ]
}

export const expressionFamilies: readonly Family[] = [quadraticValue, twoLetterValue, wordsToExpression]
