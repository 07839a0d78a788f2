import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { centimetres, cubicCentimetres, lengthGiven, squareCentimetres } from './spatial-quantities.ts'

/** Water level after pouring a given amount into a cuboid. */
const boxVolume: Family = defineFamily({
  id: 'volume-of-a-box',
  knowledgePoints: ['cuboid-volume'],
  level: 1,
  result: cubicCentimetres,
  givens: { length: lengthGiven(3, 40), width: lengthGiven(2, 30), height: lengthGiven(2, 30) },
  possible: ({ length, width, height }) => length > 0 && width > 0 && height > 0,
  nice: ({ length, width, height }) => length >= width && length * width * height <= 6000,
  solve: ({ length, width, height }) => integerAnswer(length * width * height),
  check: {
    method: 'inverse',
    accepts: ({ length, width, height }, answer) =>
      Math.abs(numericValue(answer) / length / width - height) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A cuboid is ${text.length} cm long, ${text.width} cm wide and ${text.height} cm high.`,
      ask: `What is the volume of the cuboid in cubic centimetres?`,
      quantity: `the volume of the cuboid in cubic centimetres`,
      steps: () => boxSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['wooden box', 'toolbox', 'block of marble', 'drawer'])
      return {
        setup: `The bottom of a rectangular ${thing} measures ${text.length} cm by ${text.width} cm, and the ${thing} is ${text.height} cm high.`,
        ask: `What is the volume of the ${thing} in cubic centimetres?`,
        quantity: `the volume of the ${thing} in cubic centimetres`,
        steps: () => boxSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} stacks wooden cubes with edges of one centimetre into a solid block: ${text.height} layers, each with ${text.length} rows of ${text.width} cubes.`,
      ask: `Find the volume of the block in cubic centimetres.`,
      quantity: `the volume in cubic centimetres of ${story.hero.name}’s block`,
      steps: () => boxSteps(value),
    }),
  ],
})

function boxSteps({
  length,
  width,
  height,
}: {
  length: number
  width: number
  height: number
}): readonly string[] {
  const base = length * width
  return [
    `The volume of a cuboid is length times width times height. The area of the base is ${length} × ${width} = ${computed(`${length}*${width}`, base)} square centimetres.`,
    `The volume is ${base} × ${height} = ${computed(`${base}*${height}`, base * height)} cubic centimetres.`,
  ]
}

/** Height of a cuboid from volume. */
const waterLevel: Family = defineFamily({
  id: 'water-level-in-a-box',
  knowledgePoints: ['cuboid-volume'],
  level: 2,
  result: centimetres,
  givens: {
    volume: { minimum: 60, maximum: 9000, link: cubicCentimetres },
    length: lengthGiven(3, 40),
    width: lengthGiven(2, 40),
  },
  sample: (random, fixed) => {
    const length = fixed.length ?? random.integer(3, 40)
    const width = fixed.width ?? random.integer(2, 40)
    return { length, width, volume: fixed.volume ?? length * width * random.integer(2, 40) }
  },
  possible: ({ volume, length, width }) => volume > 0 && length > 0 && width > 0,
  nice: ({ volume, length, width }) => volume % (length * width) === 0 && volume > length * width,
  solve: ({ volume, length, width }) => fractionAnswer(volume, length * width),
  check: {
    method: 'inverse',
    accepts: ({ volume, length, width }, answer) =>
      Math.abs(numericValue(answer) * length * width - volume) < 1e-6,
  },
  wordings: [
    ({ value, text, story }) => {
      const tank = story.pick(['aquarium', 'trough', 'plastic tub'])
      return {
        setup: `Into an empty box-shaped ${tank} with a level bottom of ${text.length} cm by ${text.width} cm, ${story.hero.name} pours ${text.volume} cubic centimetres of water. Nothing overflows.`,
        ask: `How many centimetres deep is the water?`,
        quantity: `the depth in centimetres of the water in the ${tank}`,
        steps: () => levelSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `A cuboid with a volume of ${text.volume} cubic centimetres is ${text.length} cm long and ${text.width} cm wide.`,
      ask: `What is the height of the cuboid in centimetres?`,
      quantity: `the height of the cuboid in centimetres`,
      steps: () => levelSteps(value),
    }),
    ({ value, text, story }) => {
      const stuff = story.pick(['wax', 'concrete', 'ice', 'chocolate'])
      return {
        setup: `A mould makes blocks of ${stuff} with a base of ${text.width} cm by ${text.length} cm. Each block contains ${text.volume} cubic centimetres of ${stuff}.`,
        ask: `Find the height of the block in centimetres.`,
        quantity: `the height in centimetres of the block of ${stuff}`,
        steps: () => levelSteps(value),
      }
    },
  ],
})

function levelSteps({
  volume,
  length,
  width,
}: {
  volume: number
  length: number
  width: number
}): readonly string[] {
  const base = length * width
  return [
    `The area of the base is ${length} × ${width} = ${computed(`${length}*${width}`, base)} square centimetres.`,
    `The volume is the base times the height, so the height is ${volume} ÷ ${base} = ${computed(`${volume}/${base}`, volume / base)} cm.`,
  ]
}

/** Surface area of a cube from the length of all edges. */
const cubeSurface: Family = defineFamily({
  id: 'cube-surface-from-edges',
  knowledgePoints: ['cube-properties'],
  level: 2,
  result: squareCentimetres,
  givens: { total: lengthGiven(12, 240) },
  possible: ({ total }) => total > 0,
  nice: ({ total }) => total % 12 === 0 && total >= 24,
  solve: ({ total }) => fractionAnswer(total * total, 24),
  check: {
    method: 'inverse',
    accepts: ({ total }, answer) => Math.abs(12 * Math.sqrt(numericValue(answer) / 6) - total) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The edges of a cube have a total length of ${text.total} cm.`,
      ask: `What is the surface area of the cube in square centimetres?`,
      quantity: `the surface area of the cube in square centimetres`,
      steps: () => cubeSteps(value.total),
    }),
    ({ value, text, story }) => {
      const material = story.pick(['wire', 'bamboo', 'wooden lath'])
      return {
        setup: `${story.hero.name} builds the frame of a cube-shaped lantern from exactly ${text.total} cm of ${material} and closes all its faces with paper.`,
        ask: `How many square centimetres of paper cover the lantern?`,
        quantity: `the area in square centimetres of the paper that covers the lantern`,
        steps: () => cubeSteps(value.total),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['glass box', 'jewellery case', 'gift box'])
      return {
        setup: `All edges of a cube-shaped ${thing} are covered with tape, ${text.total} cm of it in all, without overlap.`,
        ask: `Find the total area of the faces of the ${thing} in square centimetres.`,
        quantity: `the total area in square centimetres of the faces of the ${thing}`,
        steps: () => cubeSteps(value.total),
      }
    },
  ],
})

function cubeSteps(total: number): readonly string[] {
  const edge = total / 12
  return [
    `A cube has 12 equal edges, so one edge is ${total} ÷ 12 = ${computed(`${total}/12`, edge)} cm long.`,
    `It has 6 equal square faces, so the surface area is 6 × ${edge} × ${edge} = ${computed(`6*${edge}*${edge}`, 6 * edge * edge)} square centimetres.`,
  ]
}

export const boxFamilies: readonly Family[] = [boxVolume, waterLevel, cubeSurface]
