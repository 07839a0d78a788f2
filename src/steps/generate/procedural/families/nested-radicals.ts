import { integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** √(n + √(n + …)) = k, the n for a given k plus a shift. */
const nestedRoot: Family = defineFamily({
  id: 'radicand-of-an-endless-root',
  knowledgePoints: ['nested-radicals'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    value: { minimum: 3, maximum: 24, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 20, link: { kind: 'number' } },
  },
  possible: ({ value, factor }) => value > factor && factor > 0,
  nice: ({ value, factor }) => value * (value - factor) <= 300,
  solve: ({ value, factor }) => integerAnswer(value * (value - factor)),
  check: {
    method: 'numeric',
    // Build the root from the inside, many layers deep.
    accepts: ({ value, factor }, answer) => {
      const under = numericValue(answer)
      let nested = 0
      for (let layer = 0; layer < 4000; layer++) nested = Math.sqrt(under + factor * nested)
      return Math.abs(nested - value) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `In an endless nested root, every layer has the form $\\sqrt{${x} + ${math.factor} \\cdot ${y}}$, where $${y}$ stands for the next layer inside. The whole root has the value $${math.value}$, and $${x}$ is the same positive number in all layers.`,
        ask: `What is the number $${x}$?`,
        quantity: `the positive number $${x}$`,
        steps: () => nestedSteps(value),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} starts with any positive number and repeats one step again and again: multiply the current number by ${text.factor}, add the fixed positive number $${x}$, and take the square root. The results come closer and closer to ${text.value}.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the fixed number $${x}$`,
        steps: () => nestedSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `A positive number $${y}$ satisfies $${y} = \\sqrt{${x} + ${math.factor}${y}}$, so that the root can be inserted into itself without end.`,
        ask: `For which $${x}$ is $${y} = ${math.value}$?`,
        quantity: `the number $${x}$ for which $${y} = ${math.value}$`,
        steps: () => nestedSteps(value),
      }
    },
  ],
})

function nestedSteps({ value, factor }: { value: number; factor: number }): readonly string[] {
  const [square, part] = [value * value, factor * value]
  return [
    `The endless root contains itself: its value ${value} is the square root of the unknown number plus ${factor} times ${value}.`,
    `Squaring, $${value}^2$ = ${computed(`${value}^2`, square)} is the unknown number plus ${factor} × ${value} = ${computed(`${factor}*${value}`, part)}.`,
    `So the unknown number is ${square} - ${part} = ${computed(`${square}-${part}`, square - part)}.`,
  ]
}

export const nestedRadicalFamilies: readonly Family[] = [nestedRoot]
