import { algebraicFamilies } from './families/algebraic.ts'
import { discreteFamilies } from './families/discrete.ts'
import { everydayFamilies } from './families/everyday.ts'
import { spatialFamilies } from './families/spatial.ts'
import type { Family } from './family.ts'

/** Every problem family, in a fixed order. */
export const families: readonly Family[] = [
  ...everydayFamilies,
  ...algebraicFamilies,
  ...discreteFamilies,
  ...spatialFamilies,
]

const byId: ReadonlyMap<string, Family> = new Map(families.map((family) => [family.id, family]))

const byKnowledgePoint: ReadonlyMap<string, readonly Family[]> = indexByPoint(families)

export function familyById(id: string): Family | undefined {
  return byId.get(id)
}

/** The families that need a knowledge point (taxonomy id), in order. */
export function familiesOf(knowledgePoint: string): readonly Family[] {
  return byKnowledgePoint.get(knowledgePoint) ?? []
}

function indexByPoint(all: readonly Family[]): ReadonlyMap<string, readonly Family[]> {
  const index = new Map<string, Family[]>()
  for (const family of all) {
    for (const point of family.knowledgePoints) index.set(point, [...(index.get(point) ?? []), family])
  }
  return index
}
