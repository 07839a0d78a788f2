import type { DisjointSets } from '../../../foundations/text/disjoint-sets.ts'

/**
 * Which rows of a set of near duplicates form a cluster. `connected`: all that verified pairs join, however long the chain, and one row is kept.
 * `star`: only rows that are themselves near duplicates of the kept one, so that a chain of small steps costs none of its far ends.
 */
export type Linkage = 'connected' | 'star'

/** What decides between near duplicates, by row. */
export interface RowMerits {
  /** -1 where unknown. */
  readonly rungs: ArrayLike<number>
  /** In UTF-16 units. */
  readonly solutionLengths: ArrayLike<number>
  readonly solutionHashes: ArrayLike<number>
}

export interface KeepingRules {
  readonly linkage: Linkage
  /** Rows kept of one question, each with another solution. */
  readonly solutionsPerQuestion: number
  /** Whether two rows ask the same question, letter case, spaces and punctuation aside. */
  readonly sameQuestion: (first: number, second: number) => boolean
  /** Exact similarity; asked for the rows of one set, under `star` alone. */
  readonly similarity: (first: number, second: number) => number
  readonly threshold: number
}

export interface DuplicateDecisions {
  /** The row that is kept of each row's cluster; a row alone is its own. */
  readonly clusters: Int32Array
  readonly keep: Uint8Array
  /** 0 for a row without a near duplicate. */
  readonly similarities: Float32Array
}

/** The verified links that the decisions rest on. */
export interface Links {
  readonly rows: number
  readonly sets: DisjointSets
  readonly closest: Float32Array
}

/**
 * The best of each cluster is the row of the highest rung, among equals the one with the longest solution, then the first. It is kept;
 * so are further rows that ask its question, up to `solutionsPerQuestion`, where their solutions differ.
 */
export function keepBest(links: Links, merits: RowMerits, rules: KeepingRules): DuplicateDecisions {
  const { rows, sets } = links
  const decisions: DuplicateDecisions = {
    clusters: Int32Array.from({ length: rows }, (_, row) => row),
    keep: new Uint8Array(rows).fill(1),
    similarities: links.closest.slice(),
  }
  for (const members of setsOfSeveral(rows, sets)) {
    const ranked = members.sort((first, second) => compareMerits(merits, first, second))
    if (rules.linkage === 'connected' || members.length === 2) decideCluster(ranked, decisions, rules, merits)
    else decideStars(ranked, decisions, rules, merits)
  }
  return decisions
}

function compareMerits({ rungs, solutionLengths }: RowMerits, first: number, second: number): number {
  return (
    (rungs[second] as number) - (rungs[first] as number) ||
    (solutionLengths[second] as number) - (solutionLengths[first] as number) ||
    first - second
  )
}

/** Members of each set with at least two, in the order of their first rows. */
function* setsOfSeveral(rows: number, sets: DisjointSets): Iterable<number[]> {
  const several = new Map<number, number[]>()
  for (let row = 0; row < rows; row++) {
    const root = sets.find(row)
    if (root === row) continue
    const members = several.get(root)
    if (members === undefined) several.set(root, [root, row])
    else members.push(row)
  }
  yield* several.values()
}

/** @param ranked  members of one cluster, best first */
function decideCluster(
  ranked: readonly number[],
  { clusters, keep }: DuplicateDecisions,
  { solutionsPerQuestion, sameQuestion }: KeepingRules,
  { solutionHashes }: RowMerits,
): void {
  const best = ranked[0] as number
  const solutions = new Set([solutionHashes[best]])
  for (const row of ranked) {
    clusters[row] = best
    if (row === best) continue
    const solution = solutionHashes[row]
    const another =
      solutions.size < solutionsPerQuestion && !solutions.has(solution) && sameQuestion(best, row)
    keep[row] = another ? 1 : 0
    if (another) solutions.add(solution)
  }
}

/** Every member that is no near duplicate of a better kept one is kept and gathers what is near it. */
function decideStars(
  ranked: readonly number[],
  decisions: DuplicateDecisions,
  rules: KeepingRules,
  merits: RowMerits,
): void {
  const stars: number[][] = []
  for (const row of ranked) {
    const star = stars.find((members) => {
      const similar = rules.similarity(members[0] as number, row)
      if (similar < rules.threshold) return false
      decisions.similarities[row] = similar
      return true
    })
    if (star === undefined) stars.push([row])
    else star.push(row)
  }
  for (const star of stars) {
    decideCluster(star, decisions, rules, merits)
    decisions.similarities[star[0] as number] = Math.max(
      0,
      ...star.slice(1).map((row) => decisions.similarities[row] as number),
    )
  }
}
