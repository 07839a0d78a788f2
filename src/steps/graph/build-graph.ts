import type { Concept, SeedContribution } from '../../core/concept.ts'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import { createGraphCounter } from './count-graph.ts'

/**
 * The co-occurrence graph of seeds (MathScale §3.2, Eq. 1): `count` of an edge is the number of seeds whose labels contain both
 * ends, each seed once; the logarithm of Eq. 1 belongs to the walk's weights. Equal content gives an equal graph, in any order.
 *
 * @param concepts       descriptions; those no seed is labelled with are left out. Their own `count` is ignored and derived again.
 * @param contributions  one per seed; a later one for the same seed replaces an earlier one
 * @throws MalformedInputError when a contribution names a concept that is not among `concepts`
 */
export function buildGraph(
  concepts: Iterable<Concept>,
  contributions: Iterable<SeedContribution>,
): ConceptGraph {
  const counter = createGraphCounter(concepts)
  for (const contribution of contributions) counter.add(contribution)
  return counter.graph()
}
