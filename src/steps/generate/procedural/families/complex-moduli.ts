import { integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pointNames, pureNumber, whole } from './spatial-quantities.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'

interface Two {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** Modulus of a complex number. */
const modulus: Family = defineFamily({
  id: 'modulus-of-a-complex-number',
  knowledgePoints: ['modulus-and-conjugate'],
  level: 1,
  result: pureNumber,
  givens: { real: whole(3, 90), imaginary: whole(3, 90) },
  sample: (random, fixed) => {
    const fitting = rightTriangles.filter(
      ([one, other]) =>
        (fixed.real === undefined || one === fixed.real) &&
        (fixed.imaginary === undefined || other === fixed.imaginary),
    )
    if (fitting.length === 0) return undefined
    const [real, imaginary] = random.pick(fitting)
    return { real, imaginary }
  },
  possible: ({ real, imaginary }) => real > 0 && imaginary > 0,
  nice: ({ real, imaginary }) => isSquare(real * real + imaginary * imaginary),
  solve: ({ real, imaginary }) => rootAnswer(real * real + imaginary * imaginary),
  check: {
    method: 'inverse',
    // The polar form with this modulus must give the number back.
    accepts: ({ real, imaginary }, answer) => {
      const argument = Math.atan2(imaginary, real)
      const modulus = numericValue(answer)
      return (
        Math.abs(modulus * Math.cos(argument) - real) < 1e-9 &&
        Math.abs(modulus * Math.sin(argument) - imaginary) < 1e-9
      )
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the modulus of the complex number $${math.real} - ${math.imaginary}i$?`,
      quantity: `the modulus of the complex number $${math.real} - ${math.imaginary}i$`,
      steps: () => modulusSteps(value.real, value.imaginary),
    }),
    ({ value, math, story }) => {
      const z = story.variable()
      return {
        setup: `Let $${z} = ${math.real} + ${math.imaginary}i$, and let $\\overline{${z}}$ be its complex conjugate.`,
        ask: `Find $\\sqrt{${z} \\cdot \\overline{${z}}}$.`,
        quantity: `the value of $\\sqrt{${z} \\cdot \\overline{${z}}}$`,
        steps: () => [
          `The product of a complex number and its conjugate is the square of its modulus.`,
          ...modulusSteps(value.real, value.imaginary),
        ],
      }
    },
    ({ value, math, story }) => {
      const [P] = story.letters(pointNames)
      return {
        setup: `In the complex plane, $O$ is the origin and the point $${P}$ stands for $-${math.real} + ${math.imaginary}i$.`,
        ask: `How far is $${P}$ from $O$?`,
        quantity: `the distance of $${P}$ from $O$`,
        steps: () => modulusSteps(value.real, value.imaginary),
      }
    },
  ],
})

function modulusSteps(real: number, imaginary: number): readonly string[] {
  const square = real * real + imaginary * imaginary
  const root = Math.round(Math.sqrt(square))
  return [
    `The square of the modulus is the sum of the squares of the real and the imaginary part, whatever their signs: $${real}^2 + ${imaginary}^2$ = ${computed(`${real}^2+${imaginary}^2`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)}, the modulus is ${root}.`,
  ]
}

/** Modulus squared of a product. */
const modulusOfProduct: Family = defineFamily({
  id: 'square-of-the-modulus-of-a-product',
  knowledgePoints: ['complex-addition-and-multiplication', 'modulus-and-conjugate'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 12), b: whole(2, 12), c: whole(2, 12), d: whole(2, 12) },
  possible: ({ a, b, c, d }) => a > 0 && b > 0 && c > 0 && d > 0,
  nice: ({ a, b, c, d }) => (a * a + b * b) * (c * c + d * d) <= 4000 && (a !== c || b !== d),
  solve: ({ a, b, c, d }) => integerAnswer((a * a + b * b) * (c * c + d * d)),
  check: {
    method: 'numeric',
    // Multiply out first, then take the sum of the squares of the parts.
    accepts: ({ a, b, c, d }, answer) => isFraction(answer, (a * c - b * d) ** 2 + (a * d + b * c) ** 2),
  },
  wordings: [
    ({ value, math, story }) => {
      const [z, w] = [story.variable(), story.variable()]
      return {
        setup: `Let $${z} = ${math.a} + ${math.b}i$ and $${w} = ${math.c} + ${math.d}i$.`,
        ask: `What is $|${z}${w}|^2$?`,
        quantity: `the value of $|${z}${w}|^2$`,
        constants: ['2'],
        steps: () => modulusProductSteps(value),
      }
    },
    ({ value, math, story }) => {
      const z = story.variable()
      return {
        setup: `The complex number $${z}$ is the product $(${math.a} + ${math.b}i)(${math.c} + ${math.d}i)$.`,
        ask: `Find the product of $${z}$ and its complex conjugate.`,
        quantity: `the product of $${z}$ and its complex conjugate`,
        steps: () => [
          `The product of a complex number and its conjugate is the square of its modulus.`,
          ...modulusProductSteps(value),
        ],
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `Determine the square of the modulus of $(${math.a} - ${math.b}i)(${math.c} + ${math.d}i)$.`,
      quantity: `the square of the modulus of $(${math.a} - ${math.b}i)(${math.c} + ${math.d}i)$`,
      steps: () => modulusProductSteps(value),
    }),
  ],
})

function modulusProductSteps({ a, b, c, d }: Two): readonly string[] {
  const [one, two] = [a * a + b * b, c * c + d * d]
  return [
    `The modulus of a product is the product of the moduli, so the same holds for their squares.`,
    `The squares of the moduli are $${a}^2 + ${b}^2$ = ${computed(`${a}^2+${b}^2`, one)} and $${c}^2 + ${d}^2$ = ${computed(`${c}^2+${d}^2`, two)}.`,
    `Their product is ${one} × ${two} = ${computed(`${one}*${two}`, one * two)}.`,
  ]
}

export const complexModulusFamilies: readonly Family[] = [modulus, modulusOfProduct]
