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

/** Names of three points, so that two parts of one text seldom name the same. */
export const triangleNames: readonly (readonly [string, string, string])[] = [
  ['A', 'B', 'C'],
  ['P', 'Q', 'R'],
  ['D', 'E', 'F'],
  ['K', 'L', 'M'],
  ['X', 'Y', 'Z'],
]

/** Names of four points. */
export const quadrilateralNames: readonly (readonly [string, string, string, string])[] = [
  ['A', 'B', 'C', 'D'],
  ['P', 'Q', 'R', 'S'],
  ['E', 'F', 'G', 'H'],
  ['K', 'L', 'M', 'N'],
]
