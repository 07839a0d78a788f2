import { z } from 'zod'
import type { SeedContribution } from '../core/concept.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import { configSchema, type Config } from '../core/config.ts'
import { NotFoundError, StoreError, UsageError } from '../core/errors.ts'
import type { GraphStore, LabelledSeed, RunStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'

/** A run as a workspace holds it, with what it stands on. */
export interface StoredRun {
  readonly run: Run
  /** The run's own settings; where it lives and what is exported come from the call. */
  readonly config: Config
  readonly graph: ConceptGraph
  readonly seeds: readonly LabelledSeed[]
  readonly contributions: readonly SeedContribution[]
}

/** Which run is meant: an id or its beginning; otherwise the latest that is not being generated, otherwise the latest. */
export async function findRun(runs: RunStore, id?: string): Promise<Run> {
  if (id !== undefined) {
    const run = await runs.byId(id)
    if (run === undefined)
      throw new NotFoundError(`no such run: ${id}; \`conceptloom doctor\` lists the runs of a workspace`)
    return run
  }
  const all = await runs.list()
  const run = all.find(({ state }) => state !== 'generating') ?? all[0]
  if (run === undefined) throw new NotFoundError('no run in this workspace: make one with `conceptloom run`')
  return run
}

/** The given run, or the latest whose dataset is not written yet. Throws UsageError where there is none to resume. */
export async function findUnfinishedRun(runs: RunStore, id?: string): Promise<Run> {
  if (id !== undefined) return findRun(runs, id)
  const run = (await runs.list()).find(({ state }) => state !== 'finished')
  if (run === undefined) throw new UsageError('nothing to resume: no unfinished run in this workspace')
  return run
}

/**
 * Loads what a run stands on.
 *
 * @param call  the configuration of this call: its dataset and place settings are used, the rest is the run's
 */
export async function loadStoredRun(
  run: Run,
  store: GraphStore,
  call: Pick<Config, 'curate' | 'dataset' | 'model' | 'run' | 'seeds'>,
): Promise<StoredRun> {
  const graph = await store.graph(run.graphVersion)
  if (graph === undefined) throw new StoreError(`graph missing: ${run.graphVersion} of run ${run.id}`)
  const seeds = await store.seeds(run.seedIds)
  const contributions = seeds
    .filter(({ conceptIds }) => conceptIds.length > 0)
    .map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds }))
  return { run, config: configOfRun(run, call), graph, seeds, contributions }
}

const identifyingSchema = z.object({
  seeds: z.object({ allowTestSeeds: z.boolean() }),
  engine: z.json(),
  model: z.object({
    name: z.string().exactOptional(),
    samples: z.int().exactOptional(),
    replyTokens: z.json().exactOptional(),
  }),
  concepts: z.json(),
  walk: z.json(),
  generation: z.json(),
  splits: z.json(),
  seed: z.number(),
})

const keptSchema = z.object({
  out: z.string().exactOptional(),
  protect: z.array(z.string()).exactOptional(),
  seeds: z.custom<SeedSummary>().exactOptional(),
})

/** What a run was told and what became of its seeds' rows, beside what identifies it. */
export function keptOf(run: Run): {
  readonly out?: string
  readonly protect?: readonly string[]
  readonly seeds?: SeedSummary
} {
  const kept = keptSchema.safeParse(run.kept)
  return kept.success ? kept.data : {}
}

/** What happened to the rows that seeds were read from. */
export interface SeedSummary {
  readonly read: number
  readonly admitted: number
  readonly bad: number
  readonly duplicates: number
  readonly excludedBySplit: number
  /** Equal to protected problems. */
  readonly excludedAsProtected: number
  readonly withoutConcepts: number
}

function configOfRun(run: Run, call: Pick<Config, 'curate' | 'dataset' | 'model' | 'run' | 'seeds'>): Config {
  const held = identifyingSchema.safeParse(run.config)
  if (!held.success) throw new StoreError(`unreadable settings of run ${run.id}: made by another version`)
  const { seeds, engine, model, concepts, walk, generation, splits, seed } = held.data
  return configSchema.parse({
    seeds: { ...call.seeds, ...seeds },
    engine,
    model: { ...call.model, ...model },
    concepts,
    walk,
    generation,
    curate: call.curate,
    dataset: { ...call.dataset, splits, protect: protectedFiles(run, call.dataset.protect) },
    run: { ...keptOut(run), ...call.run, seed },
  })
}

/** The protected files of this call, otherwise those the run was told: what was protected once stays so. */
function protectedFiles(run: Run, named: readonly string[]): readonly string[] {
  return named.length > 0 ? named : (keptOf(run).protect ?? [])
}

/** The folder that the run was told, unless this call names another. */
function keptOut(run: Run): { readonly out?: string } {
  const { out } = keptOf(run)
  return out === undefined ? {} : { out }
}
