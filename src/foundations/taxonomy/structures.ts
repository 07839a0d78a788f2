import { arithmeticStructures } from './structures-arithmetic.ts'
import { figureStructures } from './structures-figures.ts'
import { formulaStructures } from './structures-formulas.ts'
import { proseStructures } from './structures-prose.ts'
import { quantityStructures } from './structures-quantities.ts'
import type { StructureDetector } from './token-patterns.ts'

/**
 * The structural items of the cue language, by the name they have in braces (`{money}`, `{quadratic}`). Each finds the token
 * ranges of its structure in one pass.
 */
export const structures: ReadonlyMap<string, StructureDetector> = new Map([
  ...quantityStructures,
  ...formulaStructures,
  ...figureStructures,
  ...arithmeticStructures,
  ...proseStructures,
])
