import type { Config } from '../core/config.ts'
import { ConfigurationError } from '../core/errors.ts'
import type { Pair } from '../core/pair.ts'
import type { LabelledSeed } from '../core/ports.ts'
import type { ModelGeneratorOptions } from '../steps/generate/model-engine/model-generator.ts'
import { sourcesOfSeeds } from '../steps/generate/model-engine/source-problems.ts'
import type { SkyworkParameters } from '../steps/generate/presets.ts'
import { hardeningOf } from '../steps/generate/skywork/plan-hardening.ts'
import { planStages } from '../steps/generate/skywork/plan-stages.ts'
import { diverseCore } from './diverse-core.ts'
import type { DrawJob, PairSource } from './draw-pairs.ts'
import { marksFor } from './marks-for.ts'
import type { Stage } from './engine.ts'

/** What a stage changes of the generator. */
type StageSources = Pick<ModelGeneratorOptions, 'preset' | 'seeds' | 'pairs' | 'passRates' | 'notes'>

export interface StagePlanning {
  readonly job: DrawJob
  readonly seeds: readonly LabelledSeed[]
  readonly parameters: SkyworkParameters
  readonly openSource: (sources: StageSources) => PairSource
}

/**
 * The stages of Skywork-Math §3 in one run, easy before hard: problems from the seeds, problems from a core-set of those, problems
 * from the seeds of level `minLevel` and more; then, where asked for, rewritings of what is solved too often or too rarely.
 */
export function skyworkStages({ job, seeds, parameters, openSource }: StagePlanning): readonly Stage[] {
  const { config, graph } = job
  const { count } = config.generation
  const harden = Math.round(count * parameters.hardenShare)
  const plan = planStages(sourcesOfSeeds(seeds, graph.nodes), parameters, count - harden)
  const hardIds = new Set(plan.hardSources.map(({ id }) => id))
  const preset = { ...parameters, hardShare: 0 }
  const ends = [plan.firstRound, plan.secondRound, plan.hard, harden].map((_, place, sizes) =>
    sizes.slice(0, place + 1).reduce((sum, size) => sum + size, 0),
  )
  const stage = (
    place: number,
    name: string,
    sources: (
      earlier: readonly Pair[],
    ) => Omit<StageSources, 'preset' | 'notes'> | Promise<Omit<StageSources, 'preset' | 'notes'>>,
  ): Stage => ({
    name,
    upTo: ends[place] as number,
    open: async (earlier) => openSource({ preset, notes: { stage: name }, ...(await sources(earlier)) }),
  })
  return [
    stage(0, 'normal 1', () => ({ seeds })),
    stage(1, 'normal 2', async (earlier) => ({
      seeds: [],
      pairs: await diverseCore(
        counted(earlier).slice(0, plan.firstRound),
        parameters.coreShare,
        config.run.workers,
      ),
    })),
    stage(2, 'hard', () => ({ seeds: seeds.filter(({ seed }) => hardIds.has(seed.id)) })),
    stage(3, 'harden', (earlier) =>
      hardenSources(earlier, parameters, plan.firstRound + plan.secondRound + plan.hard),
    ),
  ].filter((one, place) => one.upTo > (ends[place - 1] ?? 0))
}

/** Pairs that counted when they were stored, whatever was marked since. */
function counted(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ verdict }) => {
    const failed = verdict.checks.find(({ outcome }) => outcome === 'failed')
    return failed === undefined || marksFor(failed).length === 0
  })
}

/** Pairs of the stages before whose pass rate is outside of the band, those that went to review included. */
function hardenSources(
  earlier: readonly Pair[],
  { hardeningBand }: SkyworkParameters,
  before: number,
): Omit<StageSources, 'preset' | 'notes'> {
  const last = counted(earlier)[before - 1]?.index ?? -1
  const outside = earlier.filter(
    ({ index, verdict: { agreement } }) =>
      index <= last && agreement !== undefined && hardeningOf(agreement, hardeningBand) !== 'keep',
  )
  return {
    seeds: [],
    pairs: outside,
    passRates: new Map(
      outside.flatMap(({ id, verdict: { agreement } }) =>
        agreement === undefined ? [] : [[id, agreement] as const],
      ),
    ),
  }
}

/** @throws ConfigurationError when rewriting by pass rate is asked for without votes */
export function checkPassRates({ model }: Config, { hardenShare }: SkyworkParameters): void {
  if (hardenShare > 0 && model.samples === 0)
    throw new ConfigurationError(
      'engine.parameters.hardenShare: needs pass rates; ask for votes with --samples N',
    )
}

/** Told in summaries: a stage and how many of its pairs are stored. */
export interface StageProgress {
  readonly name: string
  readonly stored: number
  readonly wanted: number
}

export function stageProgress(stages: readonly Stage[], pairs: number): readonly StageProgress[] {
  return stages.map(({ name, upTo }, place) => {
    const from = stages[place - 1]?.upTo ?? 0
    return { name, stored: Math.max(0, Math.min(pairs, upTo) - from), wanted: upTo - from }
  })
}
