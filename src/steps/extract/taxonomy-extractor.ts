import type { Extraction, LabelledName } from '../../core/concept.ts'
import type { Extractor } from '../../core/ports.ts'
import { labelProblem, type LabelOptions, type ScoredLabel } from './label-problem.ts'

/** Labels seeds by the cues of the curated taxonomy: no model, deterministic, evidence for every label. */
export function createTaxonomyExtractor(options: LabelOptions = {}): Extractor {
  return {
    name: 'taxonomy',
    async *extract(seeds): AsyncIterable<Extraction> {
      for await (const seed of seeds) {
        const labels = labelProblem(seed.question, options)
        yield {
          seedId: seed.id,
          topics: labels.topics.map(toLabelledName),
          knowledgePoints: labels.knowledgePoints.map(toLabelledName),
          overflow: labels.overflow,
        }
      }
    },
  }
}

function toLabelledName({ id, name, evidence }: ScoredLabel): LabelledName {
  return { name, taxonomyId: id, evidence }
}
