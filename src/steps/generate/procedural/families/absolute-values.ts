import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Larger solution of |a x − b| = c. */
const largerSolution: Family = defineFamily({
  id: 'larger-solution-of-an-absolute-value-equation',
  knowledgePoints: ['absolute-value-equations'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    centre: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    distance: { minimum: 2, maximum: 90, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const factor = fixed.factor ?? random.integer(2, 7)
    const centre = fixed.centre ?? random.integer(2, 50)
    return { factor, centre, distance: fixed.distance ?? factor * random.integer(2, 30) - (centre % factor) }
  },
  possible: ({ factor, distance }) => factor > 0 && distance > 0,
  nice: ({ factor, centre, distance }) => (centre + distance) % factor === 0,
  solve: ({ factor, centre, distance }) => fractionAnswer(centre + distance, factor),
  check: {
    method: 'inverse',
    accepts: ({ factor, centre, distance }, answer) => {
      const x = numericValue(answer)
      return Math.abs(Math.abs(factor * x - centre) - distance) < 1e-9 && factor * x > centre
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$|${math.factor}${x} - ${math.centre}| = ${math.distance}$`
      return {
        setup: '',
        ask: `What is the larger solution of ${equation}?`,
        quantity: `the larger solution of ${equation}`,
        steps: () => largerSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} multiplies a number by ${text.factor}. On the number line the product is ${text.distance} units away from ${text.centre}.`,
      ask: `What is the greatest number that ${story.hero.name} can have started with?`,
      quantity: `the greatest number that ${story.hero.name} can have started with`,
      steps: () => largerSteps(value, story.variable()),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The real number $${x}$ satisfies $|${math.centre} - ${math.factor}${x}| = ${math.distance}$.`,
        ask: `Find the greatest possible value of $${x}$.`,
        quantity: `the greatest possible value of $${x}$`,
        steps: () => largerSteps(value, x),
      }
    },
  ],
})

function largerSteps(
  value: { factor: number; centre: number; distance: number },
  x: string,
): readonly string[] {
  const { factor, centre, distance } = value
  const sum = centre + distance
  return [
    `An absolute value of ${distance} means that $${factor}${x} - ${centre}$ is either ${distance} or its opposite.`,
    `The larger solution comes from the positive case: $${factor}${x}$ = ${centre} + ${distance} = ${computed(`${centre}+${distance}`, sum)}.`,
    `So $${x}$ = ${sum} ÷ ${factor} = ${computed(`${sum}/${factor}`, sum / factor)}.`,
  ]
}

/** Sum of the integers with |x − a| < b. */
const integersWithin: Family = defineFamily({
  id: 'integers-within-a-distance',
  knowledgePoints: ['absolute-value-inequalities'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    centre: { minimum: 3, maximum: 120, link: { kind: 'number' } },
    distance: { minimum: 4, maximum: 150, link: { kind: 'number' } },
  },
  possible: ({ factor, centre, distance }) => factor > 1 && centre > 0 && distance > 0,
  nice: ({ factor, centre, distance }) => Math.floor((centre + distance) / factor) >= 2,
  solve: ({ factor, centre, distance }) => integerAnswer(Math.floor((centre + distance) / factor)),
  check: {
    method: 'brute force',
    accepts: ({ factor, centre, distance }, answer) => {
      let largest = Number.NaN
      for (let x = -300; x <= 300; x++) if (Math.abs(factor * x - centre) <= distance) largest = x
      return integerValue(answer) === largest
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const inequality = `$|${math.factor}${x} - ${math.centre}| \\le ${math.distance}$`
      return {
        setup: '',
        ask: `What is the largest integer $${x}$ that satisfies ${inequality}?`,
        quantity: `the largest integer $${x}$ that satisfies ${inequality}`,
        steps: () => withinSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const [machine, things] = story.pick([
        ['A juice press', 'bottles'],
        ['A mint', 'coins'],
        ['A paper mill', 'rolls'],
      ] as const)
      return {
        setup: `${machine} makes ${text.factor} ${things} at each stroke. The number of ${things} in a test run may differ from ${text.centre} by at most ${text.distance}.`,
        ask: `What is the greatest number of strokes allowed in the test run?`,
        quantity: `the greatest number of strokes allowed in the test run of ${things}`,
        steps: () => withinSteps(value, story.variable()),
      }
    },
    ({ value, math, text, story }) => {
      const x = story.variable()
      return {
        setup: `An integer $${x}$ has the property that the distance between $${math.factor}${x}$ and ${text.centre} on the number line is not greater than ${text.distance}.`,
        ask: `How large can $${x}$ be at most?`,
        quantity: `the largest possible value of $${x}$`,
        steps: () => withinSteps(value, x),
      }
    },
  ],
})

function withinSteps(
  value: { factor: number; centre: number; distance: number },
  x: string,
): readonly string[] {
  const { factor, centre, distance } = value
  const [low, high] = [centre - distance, centre + distance]
  const result = Math.floor(high / factor)
  return [
    `An absolute value at most ${distance} means that $${factor}${x}$ lies between ${centre} - ${distance} = ${computed(`${centre}-${distance}`, low)} and ${centre} + ${distance} = ${computed(`${centre}+${distance}`, high)}.`,
    `Dividing by ${factor} gives $\\frac{${low}}{${factor}} \\le ${x} \\le \\frac{${high}}{${factor}}$.`,
    `The largest multiple of ${factor} that is at most ${high} is ${factor} × ${result} = ${computed(`${factor}*${result}`, factor * result)}, so the largest integer is ${result}.`,
  ]
}

export const absoluteValueFamilies: readonly Family[] = [largerSolution, integersWithin]
