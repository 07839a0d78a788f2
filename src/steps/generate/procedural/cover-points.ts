import type { Random } from '../../../core/random.ts'
import { families, familiesOf } from './families.ts'
import type { Family } from './family.ts'

const mostCovers = 48

/**
 * Sets of families that together need exactly the given knowledge points, in a random order that favours few families. Each
 * family needs only points of the set, and none is superfluous.
 */
export function coverPoints(points: readonly string[], random: Random): readonly (readonly Family[])[] {
  const wanted = new Set(points)
  const covers: Family[][] = []
  const extend = (chosen: readonly Family[], missing: readonly string[]): void => {
    if (covers.length >= mostCovers) return
    const [next, ...rest] = missing
    if (next === undefined) {
      covers.push([...chosen])
      return
    }
    for (const family of random.shuffle(familiesOf(next))) {
      if (!family.knowledgePoints.every((point) => wanted.has(point))) continue
      if (
        chosen.some((other) => other.knowledgePoints.every((point) => family.knowledgePoints.includes(point)))
      )
        continue
      extend(
        [...chosen, family],
        rest.filter((point) => !family.knowledgePoints.includes(point)),
      )
    }
  }
  extend([], random.shuffle(points))
  return random
    .shuffle(covers)
    .map((cover) => ({ cover, weight: cover.length + random.integer(0, 1) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ cover }) => cover)
}

/** The points of a set that no family can express inside the set. */
export function missingPoints(points: readonly string[]): readonly string[] {
  const wanted = new Set(points)
  return points.filter(
    (point) =>
      !familiesOf(point).some((family) => family.knowledgePoints.every((other) => wanted.has(other))),
  )
}

/** Taxonomy ids of every knowledge point that some family needs. */
export function supportedPoints(): ReadonlySet<string> {
  return new Set(families.flatMap((family) => family.knowledgePoints))
}
