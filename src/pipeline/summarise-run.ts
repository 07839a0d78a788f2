import type { Concept } from '../core/concept.ts'
import type { Config } from '../core/config.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import type { RunCounters, UnansweredDraw } from '../core/run.ts'
import { supportedPoints } from '../steps/generate/procedural/cover-points.ts'
import { graphStatistics } from '../steps/graph/graph-statistics.ts'
import {
  tallyCombinations,
  type CombinationReport,
  type CombinationTally,
} from '../steps/walk/report-combinations.ts'
import { samplePath } from '../steps/walk/sample-path.ts'
import { sampleCombinations, type DrawCounts } from '../steps/walk/sample-combinations.ts'
import type { WalkPlan } from '../steps/walk/walk-plan.ts'
import type { ModelRunReport } from './check-model-run.ts'
import type { CallProgress } from './calling/call-progress.ts'
import { planRunWalks } from './draw-pairs.ts'
import type { ExportedDataset } from './export-run.ts'
import { givenConcepts, givenPath, type GivenConcepts } from './given-concepts.ts'
import type { MarkingReport } from './mark-pairs.ts'
import type { ProtectionReport } from './mark-protected.ts'
import type { PairMeasures } from './measure-pairs.ts'
import type { PipelineResult } from './run-pipeline.ts'
import { seedSummary } from './seed-summary.ts'
import type { StageProgress } from './skywork-stages.ts'
import { keptOf, type SeedSummary } from './stored-run.ts'

/** What a run did, in figures; all of it but `seconds` is a function of the run. */
export interface RunSummary {
  readonly run: string
  readonly state: string
  readonly end: string
  readonly engine: { readonly extractor: string; readonly generator: string }
  /** The model's calls in this part of the run. */
  readonly calls: Readonly<CallProgress> | undefined
  readonly seeds: SeedSummary
  readonly graph: {
    readonly version: string
    readonly topics: number
    readonly knowledgePoints: number
    readonly edges: number
  }
  readonly walks: WalkSummary
  readonly support: SupportSummary
  readonly pairs: {
    readonly requested: number
    readonly stored: number
    readonly skipped: Readonly<Record<string, number>>
    /** Draws whose requests were given up; a resumed run asks for them again. */
    readonly unanswered: readonly UnansweredDraw[]
  }
  /** The parts of a run that has several, in order. */
  readonly stages: readonly StageProgress[]
  /** What the papers warn of; absent where no model wrote the pairs. */
  readonly checks: ModelRunReport | undefined
  readonly measures: PairMeasures | undefined
  /** What near duplicates, solutions of one question and conflicting answers were marked, and the spread before and after. */
  readonly curation: MarkingReport | undefined
  readonly dataset: Omit<ExportedDataset, 'measures' | 'curation' | 'protection'> | undefined
  /** The comparison with protected problems. */
  readonly protection: ProtectionReport | undefined
  readonly seconds: number
}

interface WalkSummary {
  readonly mode: string
  readonly drawn: number
  readonly combinations: number
  readonly uniqueRate: number
  readonly novelRate: number
  readonly novelPairRate: number
  /** Mean normalised PMI of the knowledge-point pairs. */
  readonly coherence: number
  readonly coverage: number
  readonly gini: number
}

/** How much of the seeds' concepts and of the walks the generator can express. */
interface SupportSummary {
  /** Share of the graph's knowledge points that some family needs, and the same weighted by seeds. */
  readonly knowledgePoints: number
  readonly labels: number
  /** Share of unrestricted walks all of whose knowledge points some family needs. */
  readonly unrestrictedWalks: number
  /** Knowledge points of the graph that no family needs, most frequent first, at most fifty. */
  readonly missing: readonly string[]
  /** Of this run's draws with a path, by number of knowledge points: the share that could be woven. */
  readonly bySize: readonly { readonly size: number; readonly asked: number; readonly share: number }[]
}

export function summariseRun(result: PipelineResult, config: Config, seconds: number): RunSummary {
  const { prepared, run, dataset } = result
  const statistics = graphStatistics(prepared.graph, { seed: config.run.seed, pairs: 0 })
  const {
    measures,
    curation,
    protection: _,
    ...files
  } = dataset ?? { measures: undefined, curation: undefined, protection: undefined }
  return {
    run: run.id,
    state: run.state,
    end: result.end,
    engine: { extractor: prepared.extractor, generator: result.generator },
    calls: result.calls,
    seeds:
      prepared.admission === undefined ? (keptOf(run).seeds ?? seedSummary(prepared)) : seedSummary(prepared),
    graph: {
      version: prepared.graph.version,
      topics: statistics.topics,
      knowledgePoints: statistics.knowledgePoints,
      edges: prepared.graph.edges.length,
    },
    walks: summariseWalks(result, config),
    support: summariseSupport(prepared.graph, run.counters, config),
    pairs: {
      requested: config.generation.count,
      stored: run.counters.pairs,
      skipped: run.counters.skipped,
      unanswered: run.counters.unanswered,
    },
    stages: result.stages,
    checks: result.checks,
    measures,
    curation,
    dataset: dataset === undefined ? undefined : (files as RunSummary['dataset']),
    protection: result.protection,
    seconds,
  }
}

/** Most walks that are drawn again for the report. */
const reportedWalks = 200_000

/** Walks are pure functions of their index, so their report is drawn again rather than kept. */
function summariseWalks({ prepared, run }: PipelineResult, config: Config): WalkSummary {
  const plan = planRunWalks(config, prepared.graph)
  const tally = tallyCombinations(plan, prepared.graph, prepared.contributions)
  const draws = Math.min(run.cursor, reportedWalks)
  const given = givenConcepts(config, prepared.graph)
  const counts = given === undefined ? tallyWalks(tally, plan, draws) : tallyGiven(tally, given, draws)
  const report: CombinationReport = tally.report()
  return {
    mode: given === undefined ? config.walk.mode : 'given',
    drawn: counts.drawn,
    combinations: report.combinations,
    uniqueRate: counts.uniqueRate,
    novelRate: report.novelRate,
    novelPairRate: report.novelPairRate,
    coherence: report.coherence,
    coverage: report.knowledgePoints.coverage,
    gini: report.knowledgePoints.gini,
  }
}

function tallyWalks(
  tally: CombinationTally,
  plan: WalkPlan,
  draws: number,
): Pick<DrawCounts, 'drawn' | 'uniqueRate'> {
  const combinations = sampleCombinations(plan, { draws })
  let step = combinations.next()
  while (step.done !== true) {
    tally.add(step.value)
    step = combinations.next()
  }
  return step.value
}

/** Every draw has the same combination. */
function tallyGiven(
  tally: CombinationTally,
  given: GivenConcepts,
  drawn: number,
): Pick<DrawCounts, 'drawn' | 'uniqueRate'> {
  if (drawn > 0) tally.add(givenPath(given, { seed: 0, index: 0 }))
  return { drawn, uniqueRate: drawn === 0 ? 0 : 1 / drawn }
}

const sampledWalks = 2000
const namedMissing = 50

function summariseSupport(graph: ConceptGraph, counters: RunCounters, config: Config): SupportSummary {
  const supported = supportedPoints()
  const points = graph.nodes.filter((node) => node.kind === 'knowledge-point')
  const isHeld = ({ taxonomyId }: Concept): boolean => taxonomyId !== undefined && supported.has(taxonomyId)
  const held = points.filter(isHeld)
  const labels = (nodes: readonly Concept[]): number => nodes.reduce((total, node) => total + node.count, 0)
  const missing = points.filter((node) => !isHeld(node)).sort((a, b) => b.count - a.count)
  return {
    knowledgePoints: share(held.length, points.length),
    labels: share(labels(held), labels(points)),
    unrestrictedWalks: unrestrictedShare(graph, new Set(held.map((node) => node.id)), config),
    missing: missing.slice(0, namedMissing).map((node) => node.name),
    bySize: counters.supportedBySize.map(({ size, asked, supported: woven }) => ({
      size,
      asked,
      share: share(woven, asked),
    })),
  }
}

function unrestrictedShare(graph: ConceptGraph, held: ReadonlySet<string>, config: Config): number {
  const plan = planRunWalks({ ...config, walk: { ...config.walk, restrict: 'none' } }, graph)
  let paths = 0
  let expressible = 0
  for (let index = 0; index < sampledWalks; index++) {
    const path = samplePath(plan, index)
    if ('failed' in path) continue
    paths++
    if (path.knowledgePoints.every((id) => held.has(id))) expressible++
  }
  return share(expressible, paths)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
