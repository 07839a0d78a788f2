import { z } from 'zod'
import { hidePlaces } from '../../core/hide-places.ts'
import type { LedgerTotals, PairCounts } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import type { RunActivity, RunView } from '../../surfaces/api/contract/runs.ts'

const configSchema = z.object({
  engine: z.object({
    extractor: z.string(),
    generator: z.string(),
    preset: z.string().optional(),
  }),
  model: z.object({ name: z.string().exactOptional() }),
  generation: z.object({ count: z.number() }),
})

export interface ViewedRun {
  readonly run: Run
  readonly activity: RunActivity
  readonly counts: PairCounts
  readonly calls: LedgerTotals
  readonly problem?: string
}

/** A run as people watch it, in the figures that `conceptloom run --json` tells of it. */
export function viewRun({ run, activity, counts, calls, problem }: ViewedRun): RunView {
  const { engine, model, generation } = configSchema.parse(run.config)
  const { requests, answered, promptTokens, completionTokens, cost } = calls
  const byModel = engine.generator === 'model'
  return {
    id: run.id,
    activity,
    engine: {
      extractor: engine.extractor,
      generator: engine.generator,
      ...(byModel && engine.preset !== undefined ? { preset: engine.preset } : {}),
      ...(model.name === undefined ? {} : { model: model.name }),
    },
    graphVersion: run.graphVersion,
    requested: generation.count,
    stored: run.counters.pairs,
    unmarked: counts.unmarked,
    byRung: counts.byRung,
    byMark: counts.byMark,
    skipped: run.counters.skipped,
    unanswered: run.counters.unanswered.length,
    calls: { requests, answered, promptTokens, completionTokens, cost },
    ...(problem === undefined ? {} : { problem: hidePlaces(problem) }),
  }
}
