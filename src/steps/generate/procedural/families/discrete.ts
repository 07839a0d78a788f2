import type { Family } from '../family.ts'
import { arrangementFamilies } from './arrangements.ts'
import { binomialAndSubsetFamilies } from './binomials-and-subsets.ts'
import { countingPrincipleFamilies } from './counting-principles.ts'
import { countingStructureFamilies } from './counting-structures.ts'
import { orderFamilies } from './orders.ts'
import { overlapAndWorstCaseFamilies } from './overlap-and-worst-case.ts'
import { recursiveCountFamilies } from './recursive-counts.ts'

/** Families of sequences, counting, probability, statistics, logic, sets and puzzles. */
export const discreteFamilies: readonly Family[] = [
  ...countingPrincipleFamilies,
  ...overlapAndWorstCaseFamilies,
  ...arrangementFamilies,
  ...orderFamilies,
  ...countingStructureFamilies,
  ...binomialAndSubsetFamilies,
  ...recursiveCountFamilies,
]
