import type { SeedContribution } from '../../core/concept.ts'
import type { ConceptPath, PathStep } from '../../core/concept-path.ts'
import type { ContentId } from '../../core/identity.ts'

/** Seeds by the concepts they are labelled with. */
export interface SeedIndex {
  /** Ids of the seeds labelled with all given concepts, ascending, at most `limit` (default all). */
  seedsWith(conceptIds: readonly ContentId[], limit?: number): readonly ContentId[]
}

/** Indexes contributions: one ascending list of seeds per concept. A later contribution of a seed replaces an earlier one. */
export function indexSeeds(contributions: Iterable<SeedContribution>): SeedIndex {
  const latest = new Map<ContentId, readonly ContentId[]>()
  for (const { seedId, conceptIds } of contributions) latest.set(seedId, conceptIds)
  const seedIds = [...latest.keys()].sort()
  const lists = new Map<ContentId, number[]>()
  for (const [number, seedId] of seedIds.entries()) {
    for (const conceptId of new Set(latest.get(seedId))) {
      const list = lists.get(conceptId)
      if (list === undefined) lists.set(conceptId, [number])
      else list.push(number)
    }
  }
  return {
    seedsWith(conceptIds, limit = Infinity) {
      const chosen = conceptIds
        .map((id) => lists.get(id) ?? [])
        .sort((left, right) => left.length - right.length)
      const [shortest, ...others] = chosen
      const found: ContentId[] = []
      for (const number of shortest ?? []) {
        if (found.length >= limit) break
        if (others.every((list) => holds(list, number))) found.push(seedIds[number] as ContentId)
      }
      return found
    },
  }
}

function holds(list: readonly number[], number: number): boolean {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = list[middle] as number
    if (found === number) return true
    if (found < number) low = middle + 1
    else high = middle - 1
  }
  return false
}

/**
 * The seeds behind a walk: of each edge walked the lowest ids, at most `perEdge` (default 2); the result is distinct and ascending.
 * A walk whose only step is its start has none.
 */
export function supportingSeeds(path: ConceptPath, index: SeedIndex, perEdge = 2): readonly ContentId[] {
  const found = new Set<ContentId>()
  for (const [place, step] of path.steps.entries()) {
    for (const id of seedsOfStep(path.steps.slice(0, place), step, { index, perEdge })) found.add(id)
  }
  return [...found].sort()
}

/** A step leaves the one before; the bridge leaves the latest topic that has an edge to it. */
function seedsOfStep(
  before: readonly PathStep[],
  step: PathStep,
  { index, perEdge }: { index: SeedIndex; perEdge: number },
): readonly ContentId[] {
  if (step.phase === 'start') return []
  const origins = step.phase === 'bridge' ? before.toReversed() : before.slice(-1)
  for (const origin of origins) {
    const seeds = index.seedsWith([origin.conceptId, step.conceptId], perEdge)
    if (seeds.length > 0) return seeds
  }
  return []
}
