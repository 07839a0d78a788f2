import { walkId } from '../../../core/concept-path.ts'
import type { ContentId } from '../../../core/identity.ts'
import type { Pair } from '../../../core/pair.ts'
import type { GraphMaterial } from './graph-material.ts'
import { caption, column, type NodeTable, type RelationTable } from './property-table.ts'

/** Run, walks and pairs as nodes. */
export function provenanceNodeTables({ run, pairs }: GraphMaterial): NodeTable[] {
  const walks = new Map(pairs.map(({ path }) => [walkId(path), path]))
  return [
    {
      nodes: 'Run',
      labels: [],
      columns: ['id', 'name', 'engine', 'preset', 'model'].map((name) => column(name)),
      rows:
        run === undefined ? [] : [[run.id, `run ${run.id.slice(0, 8)}`, run.engine, run.preset, run.model]],
    },
    {
      nodes: 'Walk',
      labels: [],
      columns: [
        ...['id', 'name', 'mode', 'graphVersion'].map((name) => column(name)),
        column('runSeed', 'int'),
        column('index', 'int'),
      ],
      rows: [...walks].map(([id, path]) => [
        id,
        `walk ${path.index}`,
        path.mode,
        path.graphVersion,
        path.runSeed,
        path.index,
      ]),
    },
    {
      nodes: 'Pair',
      labels: [],
      columns: [
        ...['id', 'name', 'question', 'solution', 'finalAnswer', 'method', 'prompt', 'model', 'split'].map(
          (name) => column(name),
        ),
        column('index', 'int'),
        column('rung', 'int'),
        column('difficulty', 'double'),
        column('votes', 'int'),
        column('of', 'int'),
        column('marks', 'string[]'),
      ],
      rows: pairs.map(({ id, draft, split, index, verdict, marks }) => [
        id,
        caption(draft.question),
        draft.question,
        draft.solution,
        draft.finalAnswer,
        draft.method,
        draft.prompt,
        draft.model,
        split,
        index,
        verdict.rung,
        draft.difficulty,
        verdict.agreement?.votes,
        verdict.agreement?.of,
        marks,
      ]),
    },
  ]
}

/** What joins pairs to their walk, concepts, seeds, parents and run; only where both ends are exported. */
export function provenanceRelationTables(material: GraphMaterial): RelationTable[] {
  const { graph, seeds, pairs, run } = material
  const concepts = new Set(graph.nodes.map((node) => node.id))
  const seedIds = new Set(seeds.map(({ seed }) => seed.id))
  const pairIds = new Set(pairs.map((pair) => pair.id))
  const walks = [...new Map(pairs.map((pair) => [walkId(pair.path), pair])).entries()]
  const toConcepts = (type: string, idsOf: (pair: Pair) => readonly ContentId[]): RelationTable => ({
    type,
    from: 'Pair',
    to: 'Concept',
    columns: [],
    rows: pairs.flatMap((pair) =>
      idsOf(pair)
        .filter((id) => concepts.has(id))
        .map((id) => [pair.id, id] as const),
    ),
  })
  const toParents = (
    relation: 'shown' | 'derived',
    kind: 'seed' | 'pair',
    held: ReadonlySet<string>,
  ): RelationTable => ({
    type: relation === 'shown' ? 'SHOWN' : 'DERIVED_FROM',
    from: 'Pair',
    to: kind === 'seed' ? 'Seed' : 'Pair',
    columns: relation === 'shown' ? [] : [column('method')],
    rows: pairs.flatMap(({ id, draft }) =>
      draft.parents
        .filter((parent) => parent.relation === relation && parent.kind === kind && held.has(parent.id))
        .map((parent) => [id, parent.id, ...(relation === 'shown' ? [] : [draft.method])] as const),
    ),
  })
  return [
    {
      type: 'VISITED',
      from: 'Walk',
      to: 'Concept',
      columns: [
        column('step', 'int'),
        column('phase'),
        column('edgeCount', 'int'),
        column('probability', 'double'),
      ],
      distinguishedBy: 'step',
      rows: walks.flatMap(([id, { path }]) =>
        path.steps.flatMap(({ conceptId, phase, edgeCount, probability }, step) =>
          concepts.has(conceptId) ? [[id, conceptId, step, phase, edgeCount, probability] as const] : [],
        ),
      ),
    },
    {
      type: 'SUPPORTED_BY',
      from: 'Walk',
      to: 'Seed',
      columns: [],
      rows: walks.flatMap(([id, pair]) =>
        pair.supportingSeeds.filter((seed) => seedIds.has(seed)).map((seed) => [id, seed] as const),
      ),
    },
    {
      type: 'SAMPLED_BY',
      from: 'Pair',
      to: 'Walk',
      columns: [],
      rows: pairs.map((pair) => [pair.id, walkId(pair.path)] as const),
    },
    toConcepts('REQUESTED', ({ draft }) => draft.requested),
    toConcepts('COVERS', ({ draft }) => draft.realised),
    toParents('shown', 'seed', seedIds),
    toParents('shown', 'pair', pairIds),
    toParents('derived', 'seed', seedIds),
    toParents('derived', 'pair', pairIds),
    {
      type: 'PRODUCED_IN',
      from: 'Pair',
      to: 'Run',
      columns: [],
      rows: run === undefined ? [] : pairs.map((pair) => [pair.id, run.id] as const),
    },
  ]
}
