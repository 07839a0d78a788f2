import type { Concept } from '../core/concept.ts'
import type { Config } from '../core/config.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { Extractor } from '../core/ports.ts'
import {
  sourcesOfPairs,
  sourcesOfSeeds,
  type SourceProblem,
} from '../steps/generate/model-engine/source-problems.ts'
import { labelledSeeds, prepareRun } from './prepare-run.ts'
import type { RunStores } from './run-pipeline.ts'
import { findRun } from './stored-run.ts'

/** What follows from a source for what is made of it. */
export interface SourceFacts {
  /** Split of the source: what comes from a held-out problem belongs there as well. */
  readonly split: string
  /** Licences of the seeds behind it, ascending. */
  readonly licenses: readonly string[]
}

/** Problems to augment. */
export interface AugmentSources {
  /** Ascending by id. */
  readonly sources: readonly SourceProblem[]
  readonly facts: ReadonlyMap<ContentId, SourceFacts>
  /** Concepts that the sources name. */
  readonly concepts: readonly Concept[]
  /** Rows that could not be read. */
  readonly bad: number
}

/** The seeds of a configuration, labelled; protected ones are left out. */
export async function augmentSeeds(config: Config, extractor: Extractor): Promise<AugmentSources> {
  const prepared = await prepareRun({ config, extractor, progress: () => {} })
  return {
    sources: sourcesOfSeeds(labelledSeeds(prepared), prepared.graph.nodes),
    facts: new Map(
      prepared.seeds.map(({ id, split, license }) => [id, { split, licenses: [license] }] as const),
    ),
    concepts: prepared.graph.nodes,
    bad: prepared.admission?.bad ?? 0,
  }
}

/** The unmarked pairs of a stored run. @throws UsageError where there is no such run */
export async function augmentRun(id: string, { runs, pairs, graph }: RunStores): Promise<AugmentSources> {
  const run = await findRun(runs, id)
  const kept: Pair[] = []
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor }))
    kept.push(...batch.filter((pair) => pair.marks.length === 0))
  const licenses = new Map(
    (await graph.seeds(run.seedIds)).map(({ seed }) => [seed.id, seed.license] as const),
  )
  return {
    sources: sourcesOfPairs(kept),
    facts: new Map(
      kept.map((pair) => {
        const held = seedsBehind(pair).map((seed) => licenses.get(seed) ?? 'unknown')
        return [pair.id, { split: pair.split, licenses: [...new Set(held)].sort() }] as const
      }),
    ),
    concepts: (await graph.graph(run.graphVersion))?.nodes ?? [],
    bad: 0,
  }
}

function seedsBehind({ supportingSeeds, draft }: Pair): readonly ContentId[] {
  return [...supportingSeeds, ...draft.parents.flatMap(({ kind, id }) => (kind === 'seed' ? [id] : []))]
}
