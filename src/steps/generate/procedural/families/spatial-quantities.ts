import type { Given, Quantity } from '../family.ts'

export const pureNumber: Quantity = { kind: 'number' }
export const centimetres: Quantity = { kind: 'length', unit: 'cm' }
export const squareCentimetres: Quantity = { kind: 'area', unit: 'cm²' }
export const cubicCentimetres: Quantity = { kind: 'volume', unit: 'cm³' }
export const degrees: Quantity = { kind: 'angle', unit: 'degrees' }

/** A pure number that a link may fill. */
export function whole(minimum: number, maximum: number): Given {
  return { minimum, maximum, link: pureNumber }
}

/** A whole number of centimetres that a link may fill. */
export function lengthGiven(minimum: number, maximum: number): Given {
  return { minimum, maximum, link: centimetres }
}

/** A whole number of square centimetres that a link may fill. */
export function areaGiven(minimum: number, maximum: number): Given {
  return { minimum, maximum, link: squareCentimetres }
}

/** A whole number of degrees that a link may fill. */
export function angleGiven(minimum: number, maximum: number): Given {
  return { minimum, maximum, link: degrees }
}

/** Names of three points. */
export const triangleNames: readonly (readonly [string, string, string])[] = [
  ['A', 'B', 'C'],
  ['P', 'Q', 'R'],
  ['D', 'E', 'F'],
  ['K', 'L', 'M'],
  ['X', 'Y', 'Z'],
  ['S', 'T', 'U'],
]

/** Names of four points. */
export const quadrilateralNames: readonly (readonly [string, string, string, string])[] = [
  ['A', 'B', 'C', 'D'],
  ['P', 'Q', 'R', 'S'],
  ['E', 'F', 'G', 'H'],
  ['K', 'L', 'M', 'N'],
  ['W', 'X', 'Y', 'Z'],
]

/** Names of two points. */
export const segmentNames: readonly (readonly [string, string])[] = [
  ['S', 'T'],
  ['A', 'B'],
  ['P', 'Q'],
  ['G', 'H'],
]

/** Names of one point. */
export const pointNames: readonly (readonly [string])[] = [['P'], ['Q'], ['T'], ['A'], ['E']]

/** Names of one matrix. */
export const matrixNames: readonly (readonly [string])[] = [['M'], ['A'], ['B'], ['C'], ['N']]

/** Names of two matrices. */
export const matrixPairs: readonly (readonly [string, string])[] = [
  ['M', 'N'],
  ['A', 'B'],
  ['P', 'Q'],
  ['C', 'D'],
]

/** Names of two vectors. */
export const vectorPairs: readonly (readonly [string, string])[] = [
  ['U', 'V'],
  ['A', 'B'],
  ['P', 'Q'],
  ['S', 'T'],
]

/** Names of a matrix and a column vector. */
export const matrixAndVectorNames: readonly (readonly [string, string])[] = [
  ['M', 'V'],
  ['A', 'U'],
  ['B', 'W'],
]
