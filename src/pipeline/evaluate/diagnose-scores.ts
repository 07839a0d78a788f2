import type { Concept, Extraction } from '../../core/concept.ts'
import { UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Extractor } from '../../core/ports.ts'
import type { Seed } from '../../core/seed.ts'
import type { BenchItem } from '../../steps/evaluate/bench-item.ts'
import {
  diagnoseConcepts,
  type ConceptDiagnosis,
  type DiagnosisOptions,
} from '../../steps/evaluate/diagnose-concepts.ts'
import type { ScoredCompletion } from '../../steps/evaluate/scored-completion.ts'
import { gatherConcepts } from '../../steps/extract/gather-concepts.ts'

/** What items are about. */
export interface LabelledItems {
  readonly concepts: readonly Concept[]
  /** By item id. */
  readonly conceptIds: ReadonlyMap<ContentId, readonly ContentId[]>
}

/** Labels items as seeds are labelled, so that their concepts have the ids of the graph. Nothing is pruned. */
export async function labelItems(items: readonly BenchItem[], extractor: Extractor): Promise<LabelledItems> {
  const extractions: Extraction[] = []
  for await (const extraction of extractor.extract(items.map(seedOf))) extractions.push(extraction)
  const { concepts, contributions } = gatherConcepts(extractions, { minimumCount: 1 })
  return {
    concepts,
    conceptIds: new Map(contributions.map(({ seedId, conceptIds }) => [seedId, conceptIds])),
  }
}

/** An item stands in for a seed only while it is labelled; it never becomes one. */
function seedOf({ id, question, set, license, language }: BenchItem): Seed {
  return { id, question, source: set, split: 'test', license, language }
}

export interface ScoreDiagnosis {
  readonly diagnosis: ConceptDiagnosis
  /** Graded items that the bench does not hold; they are left out. */
  readonly strangers: number
}

/**
 * Which concepts a model is weak in: its graded completions, joined with the items of the bench and their labels.
 *
 * @throws UsageError when no graded item is in the bench
 */
export async function diagnoseScores(
  scores: AsyncIterable<ScoredCompletion>,
  { items, extractor }: { readonly items: readonly BenchItem[]; readonly extractor: Extractor },
  options: DiagnosisOptions = {},
): Promise<ScoreDiagnosis> {
  const sums = new Map<ContentId, { right: number; samples: number }>()
  for await (const { itemId, correct } of scores) {
    const sum = sums.get(itemId) ?? { right: 0, samples: 0 }
    sums.set(itemId, { right: sum.right + (correct ? 1 : 0), samples: sum.samples + 1 })
  }
  const measured = items.filter(({ id }) => sums.has(id))
  if (measured.length === 0)
    throw new UsageError(
      `graded items of the bench: 0 of ${sums.size}; name the bench file they were graded with`,
    )
  const { concepts, conceptIds } = await labelItems(measured, extractor)
  const results = measured.map(({ id, set }) => {
    const { right, samples } = sums.get(id) as { right: number; samples: number }
    return { set, accuracy: right / samples, conceptIds: conceptIds.get(id) ?? [] }
  })
  return {
    diagnosis: diagnoseConcepts(results, concepts, options),
    strangers: sums.size - new Set(measured.map(({ id }) => id)).size,
  }
}
