import type { Concept, ConceptKind } from '../../core/concept.ts'
import { areOpposed, trigramSimilarity, trigramsOf } from './trigram-similarity.ts'

/** Two concepts of one kind that may be the same; `keep` has the higher count. */
export interface MergeProposal {
  readonly kind: ConceptKind
  readonly keep: string
  readonly merge: string
  /** Trigram Dice coefficient, 0 to 1. */
  readonly similarity: number
}

export interface MergeOptions {
  /** Least similarity of a proposal, 0.75 by default. */
  readonly threshold?: number
}

/**
 * Proposes concepts to merge, most alike first. Nothing is merged here: a person, or `autoMerge` of `gatherConcepts`, decides. A
 * topic is never paired with a knowledge point, nor a name with its opposite (`maximum`/`minimum`), nor two concepts of the taxonomy.
 */
export function proposeMerges(
  concepts: readonly Concept[],
  options: MergeOptions = {},
): readonly MergeProposal[] {
  const threshold = options.threshold ?? 0.75
  const known = concepts.map((concept) => ({ concept, trigrams: trigramsOf(concept.key) }))
  const byTrigram = new Map<string, number[]>()
  const proposals: MergeProposal[] = []
  for (const [position, { concept, trigrams }] of known.entries()) {
    const shared = new Map<number, number>()
    for (const trigram of trigrams) {
      const earlier = byTrigram.get(trigram) ?? []
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1)
      byTrigram.set(trigram, [...earlier, position])
    }
    for (const other of shared.keys()) {
      const candidate = known[other]
      if (candidate === undefined || !mayMerge(concept, candidate.concept)) continue
      const similarity = trigramSimilarity(trigrams, candidate.trigrams)
      if (similarity >= threshold) proposals.push(toProposal(concept, candidate.concept, similarity))
    }
  }
  return proposals.toSorted(
    (a, b) => b.similarity - a.similarity || compare(a.keep, b.keep) || compare(a.merge, b.merge),
  )
}

function mayMerge(a: Concept, b: Concept): boolean {
  if (a.kind !== b.kind || (a.taxonomyId !== undefined && b.taxonomyId !== undefined)) return false
  return !areOpposed(a.key, b.key)
}

/** A concept of the taxonomy is kept, else the more frequent one, else the first by key. */
function toProposal(a: Concept, b: Concept, similarity: number): MergeProposal {
  const rank = (concept: Concept): number => (concept.taxonomyId === undefined ? 0 : 1e9) + concept.count
  const keepsA = rank(a) === rank(b) ? a.key < b.key : rank(a) > rank(b)
  const [keep, merge] = keepsA ? [a, b] : [b, a]
  return {
    kind: a.kind,
    keep: keep.name,
    merge: merge.name,
    similarity: Math.round(similarity * 1000) / 1000,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
