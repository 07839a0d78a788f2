import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, triangleNames, whole } from './spatial-quantities.ts'

/** Area of a triangle from coordinates of its corners. */
const triangleFromCoordinates: Family = defineFamily({
  id: 'triangle-area-from-coordinates',
  knowledgePoints: ['area-from-coordinates'],
  level: 3,
  result: pureNumber,
  givens: { a: whole(2, 30), b: whole(2, 30), c: whole(2, 30), d: whole(2, 30) },
  // One corner is the origin.
  possible: ({ a, b, c, d }) => a * d !== b * c,
  nice: ({ a, b, c, d }) => (a * d - b * c) % 2 === 0 && a !== c && b !== d,
  solve: ({ a, b, c, d }) => fractionAnswer(Math.abs(a * d - b * c), 2),
  check: {
    method: 'numeric',
    // From the lengths of the sides: half of the product of two sides and the sine of the angle between them.
    accepts: ({ a, b, c, d }, answer) => {
      const angle = Math.atan2(b, a) - Math.atan2(d, c)
      const area = 0.5 * Math.hypot(a, b) * Math.hypot(c, d) * Math.abs(Math.sin(angle))
      return Math.abs(area - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B] = story.letters(triangleNames)
      return {
        setup: `Let $O$ be the origin of the coordinate plane, $${A}$ the point $(${math.a}, ${math.b})$ and $${B}$ the point $(${math.c}, ${math.d})$.`,
        ask: `What is the area of triangle $O${A}${B}$?`,
        quantity: `the area of triangle $O${A}${B}$`,
        steps: () => shoelaceSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `Find the area of the triangle whose corners are the origin, $(${math.a}, ${math.b})$ and $(${math.c}, ${math.d})$.`,
      quantity: `the area of the triangle whose corners are the origin, $(${math.a}, ${math.b})$ and $(${math.c}, ${math.d})$`,
      steps: () => shoelaceSteps(value),
    }),
    ({ value, text, story }) => {
      const field = story.pick(['flower bed', 'sail', 'sandpit'])
      return {
        setup: `${story.hero.name} draws the plan of a triangular ${field} on squared paper. Seen from the first corner, the second corner is ${text.a} units to the right and ${text.b} units up, and the third corner is ${text.c} units to the right and ${text.d} units up.`,
        ask: `What is the area of the drawn ${field}, in squares of the paper?`,
        quantity: `the area of the drawn ${field}, in squares of the paper`,
        steps: () => shoelaceSteps(value),
      }
    },
  ],
})

function shoelaceSteps({ a, b, c, d }: { a: number; b: number; c: number; d: number }): readonly string[] {
  const [one, two] = [a * d, b * c]
  const [large, small] = [Math.max(one, two), Math.min(one, two)]
  return [
    `With one corner at the origin, multiply the first coordinate of each of the other corners by the second coordinate of the other: the area is half the difference of the two products.`,
    `The products are ${a} × ${d} = ${computed(`${a}*${d}`, one)} and ${b} × ${c} = ${computed(`${b}*${c}`, two)}.`,
    `The area is (${large} - ${small}) ÷ 2 = ${computed(`(${large}-${small})/2`, (large - small) / 2)}.`,
  ]
}

/** Distance between a point and its mirror images. */
const reflection: Family = defineFamily({
  id: 'point-reflected-in-a-line',
  knowledgePoints: ['reflections-and-rotations'],
  level: 2,
  result: pureNumber,
  givens: { x: whole(2, 40), y: whole(2, 60), line: whole(2, 60) },
  // Reflected in the vertical line, then turned by a quarter counterclockwise about the origin: (2 line - x, y) → (-y, 2 line - x).
  possible: ({ x, line }) => x !== line,
  nice: ({ x, y, line }) => 2 * line - x - y >= 1,
  solve: ({ x, y, line }) => integerAnswer(2 * line - x - y),
  check: {
    method: 'inverse',
    // Turn back, then the mirror line must lie in the middle.
    accepts: ({ x, y, line }, answer) => {
      const turned = [-y, (integerValue(answer) ?? Number.NaN) + y] as const
      const mirrored = [turned[1], -turned[0]] as const
      return (mirrored[0] + x) / 2 === line && mirrored[1] === y
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `The point $${A}(${math.x}, ${math.y})$ is reflected in the vertical line through $(${math.line}, 0)$, which gives the point $${B}$. Rotating $${B}$ by $90^\\circ$ counterclockwise about the origin gives the point $${C}$.`,
        ask: `What is the sum of the coordinates of $${C}$?`,
        quantity: `the sum of the coordinates of $${C}$`,
        constants: ['0', '90'],
        steps: () => reflectionSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `In a computer drawing with a horizontal $${x}$-axis, a vertical mirror line is drawn at $${x} = ${math.line}$. A dot at $(${math.x}, ${math.y})$ is reflected in this line, and its image is then rotated counterclockwise by a right angle about the origin.`,
        ask: `Find the sum of the two coordinates of the dot’s final position.`,
        quantity: `the sum of the two coordinates of the dot’s final position`,
        steps: () => reflectionSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} marks a point ${text.x} units to the right of the origin and ${text.y} units above it. First the point is reflected in the vertical line that runs ${text.line} units to the right of the origin, then its image is rotated counterclockwise by a right angle about the origin.`,
      ask: `What is the sum of the two coordinates of the final image?`,
      quantity: `the sum of the two coordinates of the final image`,
      steps: () => reflectionSteps(value),
    }),
  ],
})

function reflectionSteps({ x, y, line }: { x: number; y: number; line: number }): readonly string[] {
  const mirrored = 2 * line - x
  return [
    `The mirror line lies halfway between the point and its image, so the first coordinate becomes 2 × ${line} - ${x} = ${computed(`2*${line}-${x}`, mirrored)}, and the image is $(${mirrored}, ${y})$.`,
    `A quarter turn counterclockwise about the origin swaps the coordinates and changes the sign of the new first one: $(-${y}, ${mirrored})$.`,
    `The sum is ${mirrored} - ${y} = ${computed(`${mirrored}-${y}`, mirrored - y)}.`,
  ]
}

export const planeFigureFamilies: readonly Family[] = [triangleFromCoordinates, reflection]
