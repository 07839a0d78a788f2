import type { Concept } from '../../../core/concept.ts'
import type { GraphMaterial } from './graph-material.ts'
import { caption, column, type NodeTable, type RelationTable } from './property-table.ts'

const conceptColumns = [
  column('id'),
  column('name'),
  column('key'),
  column('kind'),
  column('definition'),
  column('aliases', 'string[]'),
  column('aliasCounts', 'int[]'),
  column('count', 'int'),
  column('taxonomyId'),
  column('community', 'int'),
]

/** Concepts, seeds and families as nodes of the property graph. */
export function conceptNodeTables({ graph, communities, seeds, families }: GraphMaterial): NodeTable[] {
  const communityOf = new Map(graph.nodes.map((node, place) => [node.id, communities[place] as number]))
  const conceptRow = (
    concept: Concept,
  ): (readonly (string | number | string[] | number[] | undefined)[])[] => [
    [
      concept.id,
      concept.name,
      concept.key,
      concept.kind,
      concept.definition,
      concept.aliases.map((alias) => alias.name),
      concept.aliases.map((alias) => alias.count),
      concept.count,
      concept.taxonomyId,
      communityOf.get(concept.id),
    ],
  ]
  const conceptsOf = (kind: Concept['kind'], label: string): NodeTable => ({
    nodes: 'Concept',
    labels: [label],
    columns: conceptColumns,
    rows: graph.nodes.filter((node) => node.kind === kind).flatMap(conceptRow),
  })
  return [
    conceptsOf('topic', 'Topic'),
    conceptsOf('knowledge-point', 'KnowledgePoint'),
    {
      nodes: 'Seed',
      labels: [],
      columns: [
        ...['id', 'name', 'question', 'solution', 'answer', 'source', 'split', 'license', 'subject'].map(
          (name) => column(name),
        ),
        column('level', 'int'),
        ...['language', 'sourceId'].map((name) => column(name)),
      ],
      rows: seeds.map(({ seed }) => [
        seed.id,
        caption(seed.question),
        seed.question,
        seed.solution,
        seed.answer,
        seed.source,
        seed.split,
        seed.license,
        seed.subject,
        seed.level,
        seed.language,
        seed.sourceId,
      ]),
    },
    {
      nodes: 'Family',
      labels: [],
      columns: [column('id'), column('name')],
      rows: families.map(({ id }) => [id, id]),
    },
  ]
}

/** What joins concepts to each other, to seeds and to families. */
export function conceptRelationTables(material: GraphMaterial): RelationTable[] {
  const { graph, seeds, partOf, prerequisites, families } = material
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]))
  const labels = (type: string, kind: Concept['kind']): RelationTable => ({
    type,
    from: 'Seed',
    to: 'Concept',
    columns: [],
    rows: seeds.flatMap(({ seed, conceptIds }) =>
      conceptIds.filter((id) => kinds.get(id) === kind).map((id) => [seed.id, id] as const),
    ),
  })
  return [
    labels('HAS_TOPIC', 'topic'),
    labels('TESTS', 'knowledge-point'),
    {
      type: 'PART_OF',
      from: 'Concept',
      to: 'Concept',
      columns: [column('by')],
      rows: [...partOf].map(([pointId, { topicId, by }]) => [pointId, topicId, by] as const),
    },
    {
      type: 'REQUIRES',
      from: 'Concept',
      to: 'Concept',
      columns: [],
      rows: prerequisites.map(({ pointId, requiresId }) => [pointId, requiresId] as const),
    },
    {
      type: 'EXERCISES',
      from: 'Family',
      to: 'Concept',
      columns: [],
      rows: families.flatMap(({ id, conceptIds }) => conceptIds.map((concept) => [id, concept] as const)),
    },
    {
      type: 'CO_OCCURS_WITH',
      from: 'Concept',
      to: 'Concept',
      columns: [column('count', 'int'), column('kind')],
      rows: graph.edges.values().map(({ a, b, kind, count }) => [a, b, count, kind] as const),
    },
  ]
}
