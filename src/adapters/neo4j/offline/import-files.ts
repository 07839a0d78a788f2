import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SeedContribution } from '../../../core/concept.ts'
import type { ConceptGraph } from '../../../core/concept-graph.ts'
import { UsageError } from '../../../core/errors.ts'
import type { GraphStore, LabelledSeed, PairStore, RunStore } from '../../../core/ports.ts'
import type { ContentId } from '../../../core/identity.ts'
import type { Run } from '../../../core/run.ts'
import type { FamilyEntry } from '../open-stores.ts'
import type { Pair } from '../../../core/pair.ts'
import { conceptRow, holdRows, seedRow, taxonomyLinks } from '../graph-rows.ts'
import { pairBlock } from '../pair-rows.ts'
import { runParameters } from '../run-rows.ts'
import { type Cell, type CsvFile, openCsv } from './csv-file.ts'
import {
  importArguments,
  nodeFiles,
  type NodeFile,
  relationshipFiles,
  type RelationshipFile,
} from './import-layout.ts'

/** Stores that only take: what is put into them becomes files for `neo4j-admin database import`. */
export interface ImportFiles {
  readonly graph: GraphStore
  readonly pairs: PairStore
  readonly runs: RunStore
  /** Families, linked to the knowledge points of all graphs that are put. */
  putFamilies(families: readonly FamilyEntry[]): Promise<void>
  /** What a run has cost. */
  putCost(runId: ContentId, cost: number): Promise<void>
  /** To be run in the folder. */
  readonly command: string
  /** Writes what is known only at the end, and closes the files. */
  close(): Promise<void>
}

/** @throws UsageError when the folder holds something else than such files */
export function openImportFiles(folder: string): ImportFiles {
  const files = openAll(folder)
  const node = (file: NodeFile, cells: readonly Cell[]): void => files.nodes[file].row(cells)
  const link = (file: RelationshipFile, from: Cell, to: Cell, more: readonly Cell[] = []): void =>
    files.relationships[file].row([from, to, ...more])

  const seeds = new Map<string, LabelledSeed>()
  const kinds = new Map<string, string>()
  const graphs = new Set<string>()
  const walks = new Set<string>()
  const referred = { concepts: new Set<string>(), seeds: new Set<string>() }
  const runs = new Map<string, Run>()
  const costs = new Map<string, number>()
  const families = new Map<string, FamilyEntry>()
  const pointsByTaxonomyId = new Map<string, string[]>()
  const placeOf = new Map<string, number>()
  const derived: (readonly [from: number, parent: string, method: string])[] = []
  let pairCount = 0

  function putGraph(graph: ConceptGraph, contributions: readonly SeedContribution[]): void {
    if (graphs.has(graph.version)) return
    graphs.add(graph.version)
    node('graphs', [graph.version, `graph ${graph.version.slice(0, 8)}`, graph.seedCount, true])
    const fresh = new Set<string>()
    for (const concept of graph.nodes) {
      if (kinds.has(concept.id)) continue
      kinds.set(concept.id, concept.kind)
      fresh.add(concept.id)
      const { id, name, key, kind, definition, count, aliases, taxonomyId } = conceptRow(concept)
      const file = kind === 'topic' ? 'topics' : 'knowledge-points'
      node(file, [id, name, key, kind, definition, count, aliases, taxonomyId])
      if (kind === 'knowledge-point' && taxonomyId !== null)
        pointsByTaxonomyId.set(taxonomyId, [...(pointsByTaxonomyId.get(taxonomyId) ?? []), id])
    }
    const held = holdRows(graph, contributions)
    for (const row of held) {
      link('holds', graph.version, row.id, [row.place, row.body, row.neighbours, row.counts, row.seeds])
      for (const [at, neighbour] of row.neighbours.entries()) {
        const to = held[neighbour]?.id ?? ''
        // An edge between concepts of an earlier graph may be there already; it is kept as that graph has it.
        if (fresh.has(row.id) || fresh.has(to)) link('co-occurs-with', row.id, to, [row.counts[at] ?? 0])
      }
    }
    for (const { seedId, conceptIds } of contributions)
      if (!seeds.has(seedId)) {
        referred.seeds.add(seedId)
        for (const id of conceptIds) referred.concepts.add(id)
      }
    const { partOf, requires } = taxonomyLinks(graph.nodes.filter(({ id }) => fresh.has(id)))
    for (const { from, to } of partOf) link('part-of', from, to)
    for (const { from, to } of requires) link('requires', from, to)
  }

  function putPairs(pairs: readonly Pair[]): void {
    const block = pairBlock(pairs)
    const { concepts, seeds: parents } = block
    for (const id of concepts.ids) referred.concepts.add(id)
    for (const id of parents.ids) referred.seeds.add(id)
    const concept = (place: number): string => concepts.ids[place] ?? ''
    const seed = (place: number): string => parents.ids[place] ?? ''
    for (const walk of block.walks) {
      if (walks.has(walk.id)) continue
      walks.add(walk.id)
      node('walks', [walk.id, walk.name, walk.mode, walk.index, walk.runSeed, walk.graphVersion, walk.body])
      for (const [place, ...visit] of walk.steps) link('visited', walk.id, concept(place), visit)
      for (const place of walk.seeds) link('supported-by', walk.id, seed(place))
    }
    const byIndex = new Map<number, number>()
    for (const [at, row] of block.pairs.entries()) {
      const place = pairCount++
      const runId = pairs[at]?.runId ?? ''
      byIndex.set(row.index, place)
      if (!placeOf.has(row.id)) placeOf.set(row.id, place)
      node('pairs', [
        place,
        row.id,
        runId,
        row.index,
        row.name,
        row.question,
        row.solution,
        row.finalAnswer,
        row.method,
        row.model,
        row.difficulty,
        row.rung,
        row.votes,
        row.of,
        row.split,
        row.marks,
        row.body,
      ])
      link('sampled-by', place, row.walk)
      link('produced-in', place, runId)
      for (const to of row.requested) link('requested', place, concept(to))
      for (const to of row.realised) link('covers', place, concept(to))
      for (const to of row.shown) link('shown', place, seed(to))
      for (const to of row.derived) link('derived-from-seeds', place, seed(to), [row.method])
    }
    for (const { index, parent, method } of block.parents)
      derived.push([byIndex.get(index) ?? 0, parent, method])
  }

  function finish(): void {
    for (const labelled of seeds.values()) {
      const row = seedRow(labelled)
      node('seeds', [
        row.id,
        row.name,
        row.question,
        row.answer,
        row.source,
        row.split,
        row.license,
        row.subject,
        row.level,
        row.concepts,
        row.body,
      ])
      for (const id of new Set(row.concepts)) {
        const kind = kinds.get(id)
        if (kind !== undefined) link(kind === 'topic' ? 'has-topic' : 'tests', row.id, id)
      }
    }
    for (const id of referred.seeds)
      if (!seeds.has(id))
        node('seeds', [id, id.slice(0, 8), null, null, null, null, null, null, null, [], null])
    for (const id of referred.concepts) if (!kinds.has(id)) node('concepts', [id, id.slice(0, 8)])
    for (const [from, parent, method] of derived) {
      const to = placeOf.get(parent)
      if (to !== undefined) link('derived-from-pairs', from, to, [method])
    }
    for (const [at, run] of [...runs.values()].entries())
      node('runs', [...runCells(run, at + 1), costs.get(run.id) ?? null])
    for (const { id, level, taxonomyIds } of families.values()) {
      node('families', [id, id, level, taxonomyIds])
      for (const taxonomyId of new Set(taxonomyIds))
        for (const point of pointsByTaxonomyId.get(taxonomyId) ?? []) link('exercises', id, point)
    }
    node('stores', ['conceptloom', 'conceptloom', 1, runs.size])
    if (walks.size > 0) node('stores', ['walks', 'walks', null, null])
    for (const file of [...Object.values(files.nodes), ...Object.values(files.relationships)]) file.close()
  }

  let isOpen = true
  const none = async (): Promise<void> => {}
  return {
    graph: {
      async putSeeds(labelled) {
        for (const each of labelled) seeds.set(each.seed.id, each)
      },
      seeds: async (ids) => ids.flatMap((id) => seeds.get(id) ?? []),
      putGraph: async (graph, contributions) => putGraph(graph, contributions),
      graph: async () => undefined,
      hasGraph: async (version) => graphs.has(version),
      seedsOfEdge: async () => [],
      close: none,
    },
    pairs: {
      async appendBlock(run, pairs) {
        runs.set(run.id, run)
        putPairs(pairs)
      },
      byId: async () => undefined,
      async *range() {},
      async *places() {},
      mark: none,
      counts: async () => ({ total: 0, unmarked: 0, byRung: {}, byMark: {} }),
      close: none,
    },
    runs: {
      put: async (run) => void runs.set(run.id, run),
      byId: async () => undefined,
      list: async () => [...runs.values()],
      claim: none,
      release: none,
      close: none,
    },
    async putFamilies(entries) {
      for (const family of entries) families.set(family.id, family)
    },
    async putCost(runId, cost) {
      costs.set(runId, cost)
    },
    command: `neo4j-admin database import full ${importArguments().join(' ')}`,
    async close() {
      if (isOpen) finish()
      isOpen = false
    },
  }
}

function runCells(run: Run, stored: number): readonly Cell[] {
  // The place of the last pair lies before the cursor; nothing is appended behind it.
  const row = runParameters(run, { stored, write: '', lastIndex: run.cursor - 1 })
  const names = ['id', 'name', 'config', 'kept', 'graphVersion', 'seedIds', 'engine', 'preset', 'model']
  const state = ['lastIndex', 'state', 'cursor', 'counters', 'pairs', 'stored', 'write']
  return [...names, ...state].map((name) => row[name] as Cell)
}

function openAll(folder: string): {
  readonly nodes: Readonly<Record<NodeFile, CsvFile>>
  readonly relationships: Readonly<Record<RelationshipFile, CsvFile>>
} {
  const names = new Set(
    [...Object.keys(nodeFiles), ...Object.keys(relationshipFiles)].map((name) => `${name}.csv`),
  )
  if (existsSync(folder) && readdirSync(folder).some((name) => !names.has(name)))
    throw new UsageError(`not empty: ${folder} holds other files; name another folder`)
  mkdirSync(folder, { recursive: true })
  const nodes = Object.entries(nodeFiles).map(([name, [, header]]) => [
    name,
    openCsv(join(folder, `${name}.csv`), [header]),
  ])
  const relationships = Object.entries(relationshipFiles).map(([name, [, start, end, columns]]) => {
    const ends = [`:START_ID(${start})`, `:END_ID(${end})`]
    return [name, openCsv(join(folder, `${name}.csv`), columns === '' ? ends : [...ends, columns])]
  })
  return {
    nodes: Object.fromEntries(nodes) as Record<NodeFile, CsvFile>,
    relationships: Object.fromEntries(relationships) as Record<RelationshipFile, CsvFile>,
  }
}
