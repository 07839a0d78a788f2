import { rational } from '../../../../foundations/exact-number/rational.ts'
import { integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { areaGiven, centimetres, lengthGiven, squareCentimetres, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'

/** Lateral and total surface of a prism from its base. */
const prismSurface: Family = defineFamily({
  id: 'surface-area-of-a-prism',
  knowledgePoints: ['surface-area-of-prisms'],
  level: 2,
  result: squareCentimetres,
  givens: { base: areaGiven(6, 300), around: lengthGiven(10, 80), height: lengthGiven(2, 40) },
  // No figure holds more than the circle with its perimeter.
  possible: ({ base, around, height }) => height > 0 && 4 * Math.PI * base < around * around,
  nice: ({ base, around }) => 16 * base <= around * around && 25 * base >= around * around,
  sample: (random, fixed) => {
    const height = fixed.height ?? random.integer(2, 40)
    if (fixed.base !== undefined && fixed.around === undefined) {
      const around = Math.ceil(Math.sqrt(fixed.base) * (4 + random.integer(0, 9) / 10))
      return { base: fixed.base, around, height }
    }
    const around = fixed.around ?? random.integer(14, 68)
    const largest = Math.floor((around * around) / 16)
    const base = fixed.base ?? random.integer(Math.ceil((around * around) / 25), largest)
    return { base, around, height }
  },
  solve: ({ base, around, height }) => integerAnswer(2 * base + around * height),
  check: {
    method: 'inverse',
    accepts: ({ base, around, height }, answer) =>
      Math.abs((numericValue(answer) - base - base) / around - height) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The base of a right prism has an area of ${text.base} square centimetres and a perimeter of ${text.around} cm. The prism is ${text.height} cm high.`,
      ask: `What is the total surface area of the prism in square centimetres?`,
      quantity: `the total surface area of the prism in square centimetres`,
      steps: () => prismSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['gift box', 'candle', 'tea tin', 'pencil holder'])
      return {
        setup: `A ${thing} is a right prism that stands ${text.height} cm tall. Its base has an area of ${text.base} square centimetres and a perimeter of ${text.around} cm.`,
        ask: `How many square centimetres of foil cover the whole ${thing} without overlap?`,
        quantity: `the area in square centimetres of the foil that covers the whole ${thing}`,
        steps: () => prismSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `From a block of foam that is ${text.height} cm thick, ${story.hero.name} cuts a right prism of the same height. Its base is a polygon with an area of ${text.base} square centimetres and a perimeter of ${text.around} cm. All faces of the prism are painted.`,
      ask: `Find the painted area in square centimetres.`,
      quantity: `the painted area of the foam prism in square centimetres`,
      steps: () => prismSteps(value),
    }),
  ],
})

function prismSteps({
  base,
  around,
  height,
}: {
  base: number
  around: number
  height: number
}): readonly string[] {
  const side = around * height
  return [
    `The side faces unfold into one rectangle, as long as the perimeter of the base and as high as the prism: ${around} × ${height} = ${computed(`${around}*${height}`, side)} square centimetres.`,
    `With the two bases, the surface area is ${side} + 2 × ${base} = ${computed(`${side}+2*${base}`, side + 2 * base)} square centimetres.`,
  ]
}

/** Space diagonal of a cuboid. */
const spaceDiagonal: Family = defineFamily({
  id: 'space-diagonal-of-a-box',
  knowledgePoints: ['space-diagonal'],
  level: 2,
  result: centimetres,
  givens: { length: lengthGiven(2, 48), width: lengthGiven(2, 48), height: lengthGiven(2, 48) },
  sample: (random, fixed) => {
    const fitting = wholeBoxes.filter(
      ([length, width, height]) =>
        (fixed.length === undefined || length === fixed.length) &&
        (fixed.width === undefined || width === fixed.width) &&
        (fixed.height === undefined || height === fixed.height),
    )
    if (fitting.length === 0) return undefined
    const [length, width, height] = random.pick(fitting)
    return { length, width, height }
  },
  possible: ({ length, width, height }) => length > 0 && width > 0 && height > 0,
  nice: ({ length, width, height }) => isSquare(length * length + width * width + height * height),
  solve: ({ length, width, height }) =>
    rootAnswer(length * length + width * width + height * height, rational(1)),
  check: {
    method: 'numeric',
    // First across the base, then up.
    accepts: ({ length, width, height }, answer) =>
      Math.abs(Math.hypot(Math.hypot(length, width), height) - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A cuboid has edges of ${text.length} cm, ${text.width} cm and ${text.height} cm.`,
      ask: `How long is the space diagonal of the cuboid in centimetres?`,
      quantity: `the length in centimetres of the space diagonal of the cuboid`,
      steps: () => spaceSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['rod', 'stick', 'needle', 'wire'])
      return {
        setup: `The inside of a box is ${text.length} cm long, ${text.width} cm wide and ${text.height} cm high. A thin straight ${thing} reaches exactly from one corner to the opposite corner.`,
        ask: `How many centimetres long is the ${thing}?`,
        quantity: `the length in centimetres of the ${thing} in the box`,
        steps: () => spaceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const animal = story.pick(['fly', 'moth', 'bee'])
      return {
        setup: `A ${animal} in a rectangular glass case flies straight from a bottom corner to the top corner that is farthest away. The case measures ${text.width} cm by ${text.length} cm on the ground and is ${text.height} cm tall.`,
        ask: `What distance in centimetres does the ${animal} fly?`,
        quantity: `the distance in centimetres that the ${animal} flies`,
        steps: () => spaceSteps(value),
      }
    },
  ],
})

/** Boxes with whole edges up to 48 and a whole diagonal. */
const wholeBoxes: readonly (readonly [number, number, number])[] = Array.from(
  { length: 47 },
  (_, at) => at + 2,
).flatMap((length) => {
  const found: (readonly [number, number, number])[] = []
  for (let width = 2; width <= 48; width++)
    for (let height = 2; height <= 48; height++)
      if (Number.isInteger(Math.sqrt(length * length + width * width + height * height)))
        found.push([length, width, height])
  return found
})

function spaceSteps({
  length,
  width,
  height,
}: {
  length: number
  width: number
  height: number
}): readonly string[] {
  const square = length * length + width * width + height * height
  const root = Math.round(Math.sqrt(square))
  return [
    `Using the Pythagorean theorem twice, the square of the space diagonal is the sum of the squares of the three edges.`,
    `$${length}^2 + ${width}^2 + ${height}^2$ = ${computed(`${length}^2+${width}^2+${height}^2`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)}, the length is ${root} cm.`,
  ]
}

/** Euler's formula. */
const euler: Family = defineFamily({
  id: 'faces-from-euler-formula',
  knowledgePoints: ['euler-polyhedron-formula'],
  level: 2,
  result: { kind: 'number' },
  givens: { edges: whole(6, 180), vertices: whole(4, 120) },
  sample: (random, fixed) => {
    const vertices =
      fixed.vertices ??
      random.integer(4, fixed.edges === undefined ? 40 : Math.max(4, Math.floor((2 * fixed.edges) / 3)))
    return { vertices, edges: fixed.edges ?? random.integer(Math.ceil((3 * vertices) / 2), 3 * vertices - 6) }
  },
  // Every vertex meets at least three edges, every face has at least three.
  possible: ({ edges, vertices }) => vertices >= 4 && 2 * edges >= 3 * vertices && edges <= 3 * vertices - 6,
  solve: ({ edges, vertices }) => integerAnswer(edges - vertices + 2),
  check: {
    method: 'inverse',
    accepts: ({ edges, vertices }, answer) => vertices - edges + (integerValue(answer) ?? 0) === 2,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A convex polyhedron has ${text.vertices} vertices and ${text.edges} edges.`,
      ask: `How many faces does it have?`,
      quantity: `the number of faces of the polyhedron`,
      steps: () => eulerSteps(value.edges, value.vertices),
    }),
    ({ value, text, story }) => {
      const material = story.pick(['drinking straws', 'wooden sticks', 'magnetic rods'])
      return {
        setup: `${story.hero.name} builds the skeleton of a convex solid with flat faces from ${text.edges} ${material}, one for each edge, and ${text.vertices} connectors, one for each corner.`,
        ask: `How many faces does the solid have?`,
        quantity: `the number of faces of the solid that ${story.hero.name} builds`,
        steps: () => eulerSteps(value.edges, value.vertices),
      }
    },
    ({ value, text, story }) => {
      const stone = story.pick(['amethyst', 'diamond', 'garnet'])
      return {
        setup: `A cut ${stone} has the form of a convex polyhedron. Under the microscope one counts ${text.edges} edges and ${text.vertices} corners.`,
        ask: `Find the number of flat faces of the ${stone}.`,
        quantity: `the number of flat faces of the ${stone}`,
        steps: () => eulerSteps(value.edges, value.vertices),
      }
    },
  ],
})

function eulerSteps(edges: number, vertices: number): readonly string[] {
  return [
    `Euler’s formula for convex polyhedra: the number of vertices minus the number of edges plus the number of faces is 2.`,
    `So the number of faces is ${edges} - ${vertices} + 2 = ${computed(`${edges}-${vertices}+2`, edges - vertices + 2)}.`,
  ]
}

export const polyhedronFamilies: readonly Family[] = [prismSurface, spaceDiagonal, euler]
