import type { Family } from '../family.ts'
import { arithmeticSequenceFamilies } from './arithmetic-sequences.ts'
import { arithmeticSeriesFamilies } from './arithmetic-series.ts'
import { arrangementFamilies } from './arrangements.ts'
import { averageFamilies } from './averages.ts'
import { binomialAndSubsetFamilies } from './binomials-and-subsets.ts'
import { caseworkFamilies } from './casework.ts'
import { causeAndCaseFamilies } from './causes-and-cases.ts'
import { compoundEventFamilies } from './compound-events.ts'
import { conditionalEventFamilies } from './conditional-events.ts'
import { countingBackwardsFamilies } from './counting-backwards.ts'
import { countingPrincipleFamilies } from './counting-principles.ts'
import { countingStructureFamilies } from './counting-structures.ts'
import { dataTableFamilies } from './data-tables.ts'
import { distributionFamilies } from './distributions.ts'
import { figureAndSumFamilies } from './figures-and-sums.ts'
import { geometricSequenceFamilies } from './geometric-sequences.ts'
import { growingStockFamilies } from './growing-stocks.ts'
import { lineAndPageFamilies } from './lines-and-pages.ts'
import { orderStatisticFamilies } from './order-statistics.ts'
import { orderFamilies } from './orders.ts'
import { overlapAndWorstCaseFamilies } from './overlap-and-worst-case.ts'
import { pathThroughPointFamilies } from './paths-through-a-point.ts'
import { probabilityFamilies } from './probability.ts'
import { productAndPowerSetFamilies } from './product-and-power-sets.ts'
import { randomVariableFamilies } from './random-variables.ts'
import { recurrenceFamilies } from './recurrences.ts'
import { recursiveCountFamilies } from './recursive-counts.ts'
import { selectionFamilies } from './selections.ts'
import { setCountFamilies } from './set-counts.ts'
import { standardDeviationFamilies } from './standard-deviations.ts'
import { strategyPuzzleFamilies } from './strategy-puzzles.ts'
import { sumAndMultipleFamilies } from './sums-and-multiples.ts'
import { tableAndChanceFamilies } from './tables-and-chances.ts'
import { trialFamilies } from './trials.ts'

/** Families of sequences, counting, probability, statistics, logic, sets and puzzles. */
export const discreteFamilies: readonly Family[] = [
  ...arithmeticSequenceFamilies,
  ...arithmeticSeriesFamilies,
  ...geometricSequenceFamilies,
  ...recurrenceFamilies,
  ...figureAndSumFamilies,
  ...countingPrincipleFamilies,
  ...overlapAndWorstCaseFamilies,
  ...arrangementFamilies,
  ...selectionFamilies,
  ...orderFamilies,
  ...distributionFamilies,
  ...countingStructureFamilies,
  ...binomialAndSubsetFamilies,
  ...recursiveCountFamilies,
  ...averageFamilies,
  ...orderStatisticFamilies,
  ...dataTableFamilies,
  ...standardDeviationFamilies,
  ...probabilityFamilies,
  ...trialFamilies,
  ...compoundEventFamilies,
  ...conditionalEventFamilies,
  ...setCountFamilies,
  ...productAndPowerSetFamilies,
  ...lineAndPageFamilies,
  ...sumAndMultipleFamilies,
  ...strategyPuzzleFamilies,
  ...growingStockFamilies,
  ...pathThroughPointFamilies,
  ...causeAndCaseFamilies,
  ...randomVariableFamilies,
  ...countingBackwardsFamilies,
  ...tableAndChanceFamilies,
  ...caseworkFamilies,
]
