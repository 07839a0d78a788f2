import { featuresOf, questionFeatures } from './question-features.ts'

/** Level of a question without any feature. */
const intercept = -1.433

/**
 * Worth of each feature in levels: ridge regression of the levels of one half of MATH train (even places) inside each of its seven types,
 * as `bench/difficulty` fits it again; the other half is held out.
 */
export const questionWeights: Readonly<Record<string, number>> = {
  length: 0.4175,
  lengthWithFigures: 0.2796,
  words: -0.0853,
  wordLength: 0.0688,
  sentenceLength: 0.2243,
  sentences: -0.1207,
  numbers: 0.024,
  distinctNumbers: -0.0464,
  largestNumber: 0.0153,
  formulas: 0.0595,
  commands: -0.1533,
  distinctCommands: -0.0091,
  letters: 0.1215,
  capitals: 0.047,
  powers: 0.2191,
  subscripts: 0.041,
  equations: 0.1425,
  inequalities: 0.1772,
  fractions: 0.1212,
  roots: 0.2531,
  dots: 0.1515,
  functions: -0.0549,
  trigonometry: 0.1572,
  logarithms: 0.4867,
  binomials: -0.3978,
  greek: 0.2343,
  bars: 0.2375,
  sums: 0.8105,
  vectors: -0.276,
  floors: 0.4895,
  conditions: 0.089,
  extremes: 0.2902,
  all: 0.2517,
  howMany: -0.0059,
  whatIs: -0.0937,
  find: 0.2469,
  work: 0.0622,
  express: 0.2234,
  sumOf: 0.2409,
  distinctThings: 0.1703,
  real: 0.2631,
  integers: 0.1,
  probability: 0.0826,
  circles: 0.2119,
  polynomials: 0.2428,
  figures: -0.3357,
}

const ordered: readonly number[] = questionFeatures.map((name) => questionWeights[name] as number)

/**
 * Difficulty of a question by its text alone, 1 to 5 on the scale of MATH's levels. It orders problems of one type; between types it says
 * little, and of word problems for children nothing is known.
 */
export function questionDifficulty(question: string): number {
  const level = featuresOf(question).reduce(
    (sum, value, place) => sum + value * (ordered[place] as number),
    intercept,
  )
  return Math.min(5, Math.max(1, level))
}
