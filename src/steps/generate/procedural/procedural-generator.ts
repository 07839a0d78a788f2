import type { Concept } from '../../../core/concept.ts'
import { randomAt, randomKey } from '../../../core/random.ts'
import type { GenerationOutcome, GenerationRequest, Generator } from '../../../core/ports.ts'
import { familyNodes, type CompositionNode } from './composition.ts'
import { composeProblem } from './compose.ts'
import { encodeComposition } from './composition-code.ts'
import { familyOf } from './evaluate.ts'
import { recheckDraft } from './recheck.ts'

/**
 * The procedural engine: problem families composed so that the text needs exactly the walk's knowledge points, with answers that
 * are computed. Draft i of a run is a pure function of (graph version, seed, walk index, variant).
 *
 * @param taxonomyIds  taxonomy id of each concept that has one, by concept id
 */
export function createProceduralGenerator(taxonomyIds: ReadonlyMap<string, string>): Generator {
  return {
    name: 'procedural',
    generate: (request) => Promise.resolve(generateDraft(request)),
    recheck: (draft) => recheckDraft(draft, (ids) => ids.map((id) => taxonomyIds.get(id) ?? id)),
  }
}

/** The synchronous heart of {@link createProceduralGenerator}'s `generate`. */
export function generateDraft({ path, knowledgePoints, variant }: GenerationRequest): GenerationOutcome {
  const unaligned = knowledgePoints.filter((concept) => concept.taxonomyId === undefined)
  if (unaligned.length > 0) return unsupported(unaligned, 'not in the taxonomy')
  const byTaxonomyId = new Map(knowledgePoints.map((concept) => [concept.taxonomyId as string, concept]))
  const random = randomAt(randomKey('draft', path.graphVersion, path.runSeed, variant), path.index)
  const composed = composeProblem([...byTaxonomyId.keys()].sort(), random)
  if ('reason' in composed) {
    return unsupported(
      composed.missing.map((id) => byTaxonomyId.get(id) as Concept),
      composed.reason,
    )
  }
  const points = knowledgePoints.map((concept) => concept.id).sort()
  return {
    outcome: 'draft',
    draft: {
      question: composed.told.question,
      solution: composed.told.solution,
      finalAnswer: composed.told.finalAnswer,
      requested: points,
      realised: points,
      method: 'procedural',
      parents: [],
      difficulty: difficultyOf(composed.composition.root),
      evidence: encodeComposition(composed.composition),
    },
  }
}

function unsupported(missing: readonly Concept[], reason: string): GenerationOutcome {
  return { outcome: 'unsupported', missing: missing.map((concept) => concept.id).sort(), reason }
}

/** The hardest family's level, half a level more for each further family, at most 5. */
function difficultyOf(root: CompositionNode): number {
  const nodes = familyNodes(root)
  const hardest = Math.max(...nodes.map((node) => familyOf(node).level))
  return Math.min(5, hardest + (nodes.length - 1) / 2)
}
