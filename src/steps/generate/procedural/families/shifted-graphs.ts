import { integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** A point on a shifted parabola. */
const shiftedParabola: Family = defineFamily({
  id: 'point-on-a-shifted-parabola',
  knowledgePoints: ['shifting-graphs'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    right: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    up: { minimum: 2, maximum: 120, link: { kind: 'number' } },
    place: { minimum: 2, maximum: 30, link: { kind: 'number' } },
  },
  possible: ({ right, up, place }) => right > 0 && up > 0 && place > 0,
  nice: ({ right, place }) => place !== right && Math.abs(place - right) <= 14,
  solve: ({ right, up, place }) => integerAnswer((place - right) ** 2 + up),
  check: {
    method: 'simulation',
    // From the vertex sideways to the place the heights grow by the odd numbers in turn.
    accepts: ({ right, up, place }, answer) => {
      let [height, growth] = [up, 1]
      for (let step = 0; step < Math.abs(place - right); step++) {
        height += growth
        growth += 2
      }
      return numericValue(answer) === height
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const t = story.variable()
      return {
        setup: `The graph of $${y} = ${x}^2$ is shifted $${math.right}$ units to the right and $${math.up}$ units up. The point $(${math.place}, ${t})$ lies on the new graph.`,
        ask: `What is $${t}$?`,
        quantity: `the value of $${t}$`,
        constants: ['2'],
        steps: () => shiftSteps(value, x),
      }
    },
    ({ value, math, text, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${x}^2$. The graph of $${g}$ is obtained from the graph of $${f}$ by a translation by ${text.right} units in the positive horizontal direction and ${text.up} units in the positive vertical direction.`,
        ask: `What is the value of $${g}(${math.place})$?`,
        quantity: `the value of $${g}(${math.place})$`,
        constants: ['2'],
        steps: () => shiftSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const program = story.pick(['drawing program', 'computer game', 'graphics editor'])
      return {
        setup: `In a ${program}, a parabola consists of the points whose height is the square of their horizontal position. ${story.hero.name} moves the parabola ${text.right} units to the right and ${text.up} units upwards.`,
        ask: `What is the height of the moved parabola at the horizontal position ${text.place}?`,
        quantity: `the height of ${story.hero.name}’s moved parabola at the horizontal position ${text.place}`,
        steps: () => shiftSteps(value, story.variable()),
      }
    },
  ],
})

function shiftSteps(
  { right, up, place }: { right: number; up: number; place: number },
  x: string,
): readonly string[] {
  const step = place - right
  const bracket = step < 0 ? `(${step})` : `${step}`
  return [
    `Shifting to the right by ${right} replaces $${x}$ by $${x} - ${right}$, and shifting up adds ${up}: the new graph has the height $(${x} - ${right})^2 + ${up}$.`,
    `At ${place} the bracket is ${place} - ${right} = ${computed(`${place}-${right}`, step)}, and its square is $${bracket}^2$ = ${computed(`${bracket}^2`, step * step)}.`,
    `The height is ${step * step} + ${up} = ${computed(`${step * step}+${up}`, step * step + up)}.`,
  ]
}

export const shiftedGraphFamilies: readonly Family[] = [shiftedParabola]
