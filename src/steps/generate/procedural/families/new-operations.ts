import { integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** A sign with its own rule. */
const newOperation: Family = defineFamily({
  id: 'operation-defined-by-rule',
  knowledgePoints: ['new-operation-definition'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    left: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    right: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    leftFactor: { minimum: 2, maximum: 9 },
    rightFactor: { minimum: 2, maximum: 9 },
  },
  possible: () => true,
  nice: ({ left, right, leftFactor, rightFactor }) =>
    left !== right && leftFactor !== rightFactor && leftFactor * left - rightFactor * right >= 2,
  solve: ({ left, right, leftFactor, rightFactor }) => integerAnswer(leftFactor * left - rightFactor * right),
  check: {
    method: 'inverse',
    accepts: ({ left, right, leftFactor, rightFactor }, answer) =>
      Math.abs((numericValue(answer) + right * rightFactor) / leftFactor - left) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const sign = story.pick(['\\star', '\\oplus', '\\circ', '\\diamond'])
      return {
        setup: `For all numbers $${x}$ and $${y}$, let $${x} ${sign} ${y} = ${math.leftFactor}${x} - ${math.rightFactor}${y}$.`,
        ask: `What is the value of $${math.left} ${sign} ${math.right}$?`,
        quantity: `the value of $${math.left} ${sign} ${math.right}$`,
        steps: () => operationSteps(value, sign),
      }
    },
    ({ value, text, math, story }) => {
      const sign = story.pick(['\\triangle', '\\square', '\\bowtie'])
      return {
        setup: `A new sign is defined as follows: the sign $${sign}$ between two numbers means that ${text.rightFactor} times the second number is subtracted from ${text.leftFactor} times the first number.`,
        ask: `Calculate $${math.left} ${sign} ${math.right}$.`,
        quantity: `the result of $${math.left} ${sign} ${math.right}$`,
        steps: () => operationSteps(value, sign),
      }
    },
    ({ value, text, story }) => {
      const game = story.pick(['card game', 'dice game', 'darts game'])
      const { name } = story.hero
      return {
        setup: `The score in a ${game} is ${text.leftFactor} times the number of hits minus ${text.rightFactor} times the number of misses. ${name} has ${text.left} hits and ${text.right} misses.`,
        ask: `What is ${name}'s score?`,
        quantity: `${name}'s score in the ${game}`,
        steps: () => operationSteps(value, '\\star'),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `An operation assigns to each pair of numbers the number $${f}(${x}, ${y}) = ${math.leftFactor}${x} - ${math.rightFactor}${y}$.`,
        ask: `What is $${f}(${math.left}, ${math.right})$?`,
        quantity: `the value of $${f}(${math.left}, ${math.right})$`,
        steps: () => operationSteps(value, '\\star'),
      }
    },
  ],
})

function operationSteps(
  {
    left,
    right,
    leftFactor,
    rightFactor,
  }: {
    readonly left: number
    readonly right: number
    readonly leftFactor: number
    readonly rightFactor: number
  },
  sign: string,
): readonly string[] {
  const [first, second] = [leftFactor * left, rightFactor * right]
  return [
    sign === '\\star'
      ? `Put the numbers into the rule in the order in which it names them.`
      : `The rule says what $${sign}$ does with the number before it and the number after it; put ${left} and ${right} in.`,
    `${leftFactor} × ${left} = <<${leftFactor}*${left}=${first}>>${first} and ${rightFactor} × ${right} = <<${rightFactor}*${right}=${second}>>${second}.`,
    `${first} - ${second} = <<${first}-${second}=${first - second}>>${first - second}.`,
  ]
}

export const newOperationFamilies: readonly Family[] = [newOperation]
