import { cleanJson } from './clean-text.ts'
import type { GraphMaterial, OpenSink } from './graph-material.ts'
import { neighboursOf } from './neighbours.ts'
import { otherNames } from './other-names.ts'
import { conceptIri, graphIri, termsIri } from './resource-iris.ts'

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  cl: termsIri,
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prefLabel: 'skos:prefLabel',
  altLabel: 'skos:altLabel',
  definition: 'skos:definition',
  notation: 'skos:notation',
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  topConceptOf: { '@id': 'skos:topConceptOf', '@type': '@id' },
  broader: { '@id': 'skos:broader', '@type': '@id' },
  related: { '@id': 'skos:related', '@type': '@id' },
  requires: { '@id': 'cl:requires', '@type': '@id' },
  kind: 'cl:kind',
  count: 'cl:count',
}

/**
 * `concepts.skos.jsonld`: a SKOS concept scheme (https://www.w3.org/TR/skos-reference/). Topics are top concepts, the topic a knowledge
 * point is part of is `broader`, co-occurrence is `related` in both directions. `related` never joins a point with its broader
 * topic, as SKOS demands (S27); strengths have no place in SKOS.
 */
export function writeSkos({ graph, partOf, prerequisites }: GraphMaterial, open: OpenSink): void {
  const file = open('concepts.skos.jsonld')
  const scheme = graphIri(graph.version)
  file.write(`{"@context":${cleanJson(context)},\n"@graph":[\n`)
  file.write(
    cleanJson({ '@id': scheme, '@type': 'skos:ConceptScheme', prefLabel: 'Concept graph of seed problems' }),
  )
  const requires = Map.groupBy(prerequisites, ({ pointId }) => pointId)
  const neighbours = neighboursOf(graph)
  for (const [place, concept] of graph.nodes.entries()) {
    const { id, kind, name, definition, count, taxonomyId } = concept
    const topic = partOf.get(id)?.topicId
    const related = neighbours(place)
      .map(({ node }) => (graph.nodes[node] as typeof concept).id)
      .filter((other) => other !== topic && partOf.get(other)?.topicId !== id)
      .sort()
      .map(conceptIri)
    const entry = {
      '@id': conceptIri(id),
      '@type': 'skos:Concept',
      prefLabel: name,
      altLabel: otherNames(concept),
      definition,
      notation: taxonomyId,
      kind,
      count,
      inScheme: scheme,
      topConceptOf: kind === 'topic' ? scheme : undefined,
      broader: topic === undefined ? undefined : conceptIri(topic),
      requires: requires.get(id)?.map(({ requiresId }) => conceptIri(requiresId)),
      related,
    }
    file.write(`,\n${cleanJson(entry)}`)
  }
  file.write('\n]}\n')
}
