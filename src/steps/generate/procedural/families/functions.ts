import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** f(c) for f(x) = a x^2 − b x. */
const functionValue: Family = defineFamily({
  id: 'value-of-a-function',
  knowledgePoints: ['function-evaluation'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    square: { minimum: 2, maximum: 8, link: { kind: 'number' } },
    linear: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    point: { minimum: 3, maximum: 14, link: { kind: 'number' } },
  },
  possible: ({ square, linear, point }) => square * point > linear,
  nice: ({ square, linear, point }) => point * (square * point - linear) <= 320,
  solve: ({ square, linear, point }) => integerAnswer(square * point * point - linear * point),
  check: {
    method: 'simulation',
    // A table of values by differences: the first difference grows by the same amount from line to line.
    accepts: ({ square, linear, point }, answer) => {
      let [value, difference] = [0, square - linear]
      for (let x = 0; x < point; x++) {
        value += difference
        difference += square + square
      }
      return numericValue(answer) === value
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${math.square}${x}^2 - ${math.linear}${x}$.`,
        ask: `What is $${f}(${math.point})$?`,
        quantity: `the value of $${f}(${math.point})$`,
        constants: ['2'],
        steps: () => valueSteps(value),
      }
    },
    ({ value, text, story }) => {
      const device = story.pick(['number machine', 'calculator program', 'toy robot'])
      return {
        setup: `A ${device} takes a number, squares it and multiplies the square by ${text.square}. From the result it subtracts ${text.linear} times the original number. ${story.hero.name} enters the number ${text.point}.`,
        ask: `Which number comes out?`,
        quantity: `the number that comes out of ${story.hero.name}’s ${device}`,
        steps: () => valueSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `The point $(${math.point}, ${t})$ lies on the graph of the function $${f}$ with $${f}(${x}) = ${x}(${math.square}${x} - ${math.linear})$.`,
        ask: `Find the number $${t}$.`,
        quantity: `the number $${t}$`,
        steps: () => valueSteps(value),
      }
    },
    ({ value, math, text, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const [maker, things] = story.pick([
        ['workshop', 'chairs'],
        ['bakery', 'wedding cakes'],
        ['studio', 'vases'],
      ] as const)
      return {
        setup: `The monthly profit of a ${maker} that sells $${x}$ ${things} is $${f}(${x}) = ${math.square}${x}^2 - ${math.linear}${x}$ euros.`,
        ask: `What is the monthly profit in euros for ${text.point} ${things}?`,
        quantity: `the monthly profit in euros of the ${maker} for ${text.point} ${things}`,
        constants: ['2'],
        steps: () => valueSteps(value),
      }
    },
  ],
})

function valueSteps({
  square,
  linear,
  point,
}: Readonly<Record<'square' | 'linear' | 'point', number>>): readonly string[] {
  const [a, b] = [square * point * point, linear * point]
  return [
    `Put ${point} in place of the variable: $${square} \\cdot ${point}^2 - ${linear} \\cdot ${point}$.`,
    `The terms are $${square} \\cdot ${point}^2$ = ${computed(`${square}*${point}^2`, a)} and ${linear} × ${point} = ${computed(`${linear}*${point}`, b)}.`,
    `The value is ${a} - ${b} = ${computed(`${a}-${b}`, a - b)}.`,
  ]
}

/** f(g(d)) for linear f and shifted square g. */
const compositeValue: Family = defineFamily({
  id: 'value-of-a-composite-function',
  knowledgePoints: ['composite-functions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    added: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    point: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ factor, less, added, point }) => factor * (point * point + added) > less,
  nice: ({ factor, less, added, point }) => factor * (point * point + added) - less <= 400,
  solve: ({ factor, less, added, point }) => integerAnswer(factor * (point * point + added) - less),
  check: {
    method: 'inverse',
    // Undo the outer function, then compare with the inner one.
    accepts: ({ factor, less, added, point }, answer) =>
      Math.abs((numericValue(answer) + less) / factor - added - point ** 2) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${math.factor}${x} - ${math.less}$ and $${g}(${x}) = ${x}^2 + ${math.added}$.`,
        ask: `What is the value of $${f}(${g}(${math.point}))$?`,
        quantity: `the value of $${f}(${g}(${math.point}))$`,
        constants: ['2'],
        steps: () => compositeSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${g}(${x}) = ${x}^2 + ${math.added}$ and $${f}(${x}) = ${math.factor}${x} - ${math.less}$, and let $(${f} \\circ ${g})(${x}) = ${f}(${g}(${x}))$.`,
        ask: `Evaluate $(${f} \\circ ${g})(${math.point})$.`,
        quantity: `the value of $(${f} \\circ ${g})(${math.point})$`,
        constants: ['2'],
        steps: () => compositeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} has a machine that squares a number and adds ${text.added}. ${friend.name} has a machine that multiplies a number by ${text.factor} and subtracts ${text.less}. The number ${text.point} is put into ${story.hero.name}’s machine, and what comes out is put into ${friend.name}’s machine.`,
        ask: `What comes out of ${friend.name}’s machine?`,
        quantity: `the number that comes out of ${friend.name}’s machine`,
        steps: () => compositeSteps(value),
      }
    },
  ],
})

function compositeSteps(
  value: Readonly<Record<'factor' | 'less' | 'added' | 'point', number>>,
): readonly string[] {
  const { factor, less, added, point } = value
  const inner = point * point + added
  return [
    `Work from the inside out. The inner function gives $${point}^2 + ${added}$ = ${computed(`${point}^2+${added}`, inner)}.`,
    `The outer function multiplies this by ${factor}: ${factor} × ${inner} = ${computed(`${factor}*${inner}`, factor * inner)}.`,
    `Finally subtract: ${factor * inner} - ${less} = ${computed(`${factor * inner}-${less}`, factor * inner - less)}.`,
  ]
}

/** f(f(c)) + f(c) for f(x) = a x + b. */
const iterated: Family = defineFamily({
  id: 'function-applied-twice',
  knowledgePoints: ['function-evaluation', 'composite-functions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    added: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    point: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ factor, point }) => factor > 1 && point > 0,
  nice: ({ factor, added, point }) => factor * (factor * point + added) + added <= 400,
  solve: ({ factor, added, point }) => integerAnswer(factor * factor * point + factor * added + added),
  check: {
    method: 'simulation',
    accepts: ({ factor, added, point }, answer) => {
      let number = point
      for (let round = 1; round <= 2; round++) number = number * factor + added
      return numericValue(answer) === number
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${math.factor}${x} + ${math.added}$.`,
        ask: `What is $${f}(${f}(${math.point}))$?`,
        quantity: `the value of $${f}(${f}(${math.point}))$`,
        steps: () => iteratedSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `On ${story.hero.name}’s calculator, the star key multiplies the number on the display by ${text.factor} and then adds ${text.added}. The display shows ${text.point}, and ${story.hero.name} presses the star key twice.`,
      ask: `What does the display show then?`,
      quantity: `the number that ${story.hero.name}’s display shows at the end`,
      steps: () => iteratedSteps(value),
    }),
    ({ value, math, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `The function $${f}$ is given by $${f}(${x}) = ${math.added} + ${math.factor}${x}$, and $${g}(${x}) = ${f}(${f}(${x}))$.`,
        ask: `Find $${g}(${math.point})$.`,
        quantity: `the value of $${g}(${math.point})$`,
        steps: () => iteratedSteps(value),
      }
    },
  ],
})

function iteratedSteps({
  factor,
  added,
  point,
}: Readonly<Record<'factor' | 'added' | 'point', number>>): readonly string[] {
  const first = factor * point + added
  return [
    `Applied for the first time, the rule gives ${factor} × ${point} + ${added} = ${computed(`${factor}*${point}+${added}`, first)}.`,
    `Put this result into the same rule again: ${factor} × ${first} + ${added} = ${computed(`${factor}*${first}+${added}`, factor * first + added)}.`,
    `So the rule applied twice gives ${factor * first + added}.`,
  ]
}

/** f^{-1}(c) for f(x) = a x − b. */
const inverseValue: Family = defineFamily({
  id: 'value-of-an-inverse-function',
  knowledgePoints: ['inverse-functions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    point: { minimum: 3, maximum: 300, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const factor = fixed.factor ?? random.integer(2, 9)
    const less =
      fixed.less ??
      (fixed.point === undefined
        ? random.integer(2, 40)
        : factor * random.integer(1, 12) + factor - (fixed.point % factor))
    return { factor, less, point: fixed.point ?? factor * random.integer(3, 32) - (less % factor) }
  },
  possible: ({ factor, less, point }) => factor > 1 && less > 0 && point > 0,
  nice: ({ factor, less, point }) => (point + less) % factor === 0,
  solve: ({ factor, less, point }) => fractionAnswer(point + less, factor),
  check: {
    method: 'inverse',
    accepts: ({ factor, less, point }, answer) =>
      Math.abs(factor * numericValue(answer) - less - point) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${math.factor}${x} - ${math.less}$.`,
        ask: `What is $${f}^{-1}(${math.point})$?`,
        quantity: `the value of $${f}^{-1}(${math.point})$`,
        constants: ['1'],
        steps: () => inverseSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `The function $${g}$ is the inverse of the function $${f}(${x}) = ${math.factor}${x} - ${math.less}$.`,
        ask: `Find $${g}(${math.point})$.`,
        quantity: `the value of $${g}(${math.point})$`,
        steps: () => inverseSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} encodes numbers by multiplying them by ${text.factor} and subtracting ${text.less}. A friend receives the code ${text.point} and decodes it with the inverse function.`,
      ask: `Which number did ${story.hero.name} encode?`,
      quantity: `the number that ${story.hero.name} encoded`,
      steps: () => inverseSteps(value),
    }),
  ],
})

function inverseSteps({
  factor,
  less,
  point,
}: Readonly<Record<'factor' | 'less' | 'point', number>>): readonly string[] {
  const sum = point + less
  return [
    `The inverse function undoes the steps in reverse order: it adds ${less} and then divides by ${factor}.`,
    `Adding gives ${point} + ${less} = ${computed(`${point}+${less}`, sum)}.`,
    `Dividing gives ${sum} ÷ ${factor} = ${computed(`${sum}/${factor}`, sum / factor)}.`,
  ]
}

export const functionFamilies: readonly Family[] = [functionValue, compositeValue, iterated, inverseValue]
