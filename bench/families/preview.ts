/**
 * Prints generated problems to read: `node bench/families/preview.ts [--points a,b,c] [--family id] [--count n] [--seed s]`.
 */
import { parseArgs } from 'node:util'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { composeProblem } from '../../src/steps/generate/procedural/compose.ts'
import { drawValues } from '../../src/steps/generate/procedural/draw-values.ts'
import { families, familyById } from '../../src/steps/generate/procedural/families.ts'
import { tellProblem } from '../../src/steps/generate/procedural/tell.ts'

const { values: flags } = parseArgs({
  options: {
    points: { type: 'string' },
    family: { type: 'string' },
    count: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
})

const key = randomKey('preview', flags.seed)
const count = Number(flags.count)
const chosen =
  flags.family === undefined ? families : flags.family.split(',').flatMap((id) => familyById(id) ?? [])

if (flags.points !== undefined) {
  for (let index = 0; index < count; index++) {
    const composed = composeProblem(flags.points.split(','), randomAt(key, index))
    print(flags.points, 'told' in composed ? composed.told : undefined)
  }
} else {
  for (const family of chosen) {
    for (let index = 0; index < count; index++) {
      const values = drawValues(family, randomAt(key, index))
      const node = values && {
        node: 'family' as const,
        family: family.id,
        wording: index,
        values,
        inputs: [],
      }
      print(family.id, node && tellProblem({ storySeed: index + 1, root: node }))
    }
  }
}

function print(title: string, told: ReturnType<typeof tellProblem>): void {
  console.log(`## ${title}`)
  console.log(told === undefined ? '(none)' : `${told.question}\n--\n${told.solution}\n`)
}
