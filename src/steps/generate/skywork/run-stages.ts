import type { Concept } from '../../../core/concept.ts'
import type { Draft } from '../../../core/draft.ts'
import type { ContentId } from '../../../core/identity.ts'
import type { Model } from '../../../core/model.ts'
import { pairId } from '../../../core/pair.ts'
import type { Extractor } from '../../../core/ports.ts'
import { randomAt, randomKey } from '../../../core/random.ts'
import { indexConceptNames, type ConceptNames } from '../model-engine/realised-concepts.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { SkyworkParameters } from '../presets.ts'
import { augmentSource, type AugmentedSource } from './augment-source.ts'
import { planStages, planTasks, type AugmentTask } from './plan-stages.ts'

export interface StageRun {
  readonly model: Model
  readonly parameters: SkyworkParameters
  readonly sources: readonly SourceProblem[]
  readonly concepts: readonly Concept[]
  /** Problems asked for over both stages. */
  readonly count: number
  readonly runId: ContentId
  readonly seed: number
  readonly signal: AbortSignal
  /** Places of a diverse subset (greedy k-center, Sener & Savarese), for the core-set. */
  readonly selectDiverse: (questions: readonly string[], count: number) => readonly number[]
  readonly extractor?: Extractor
  /** Tasks under way at once. @default 8 */
  readonly concurrency?: number
}

/** What became of a task. */
export type StageOutcome = { readonly task: AugmentTask } & AugmentedSource

/**
 * The two stages of Skywork-Math §3 in order, easy before hard: problems from the sources, problems from a core-set of those, problems
 * from the hard sources. Outcomes come in the order of their tasks, whatever the concurrency.
 */
export async function* runStages(run: StageRun): AsyncGenerator<StageOutcome, void> {
  const { sources, parameters, count, seed } = run
  const plan = planStages(sources, parameters, count)
  const shared = { mix: parameters.mix, seed }
  const made: SourceProblem[] = []
  const first = planTasks(sources, { ...shared, stage: 'normal', round: 1, count: plan.firstRound })
  for await (const outcome of performAll(run, first)) {
    if (outcome.outcome === 'draft') made.push(toSource(outcome.draft))
    yield outcome
  }
  const size = Math.max(1, Math.round(made.length * parameters.coreShare))
  const questions = made.map(({ question }) => question)
  const core = run.selectDiverse(questions, Math.min(size, made.length)).flatMap((place) => made[place] ?? [])
  const second = planTasks(core.length > 0 ? core : sources, {
    ...shared,
    stage: 'normal',
    round: 2,
    count: plan.secondRound,
  })
  yield* performAll(run, second)
  yield* performAll(
    run,
    planTasks(plan.hardSources, { ...shared, stage: 'hard', round: 1, count: plan.hard }),
  )
}

async function* performAll(run: StageRun, tasks: readonly AugmentTask[]): AsyncGenerator<StageOutcome, void> {
  const names = indexConceptNames(run.concepts)
  const pending: Promise<StageOutcome>[] = []
  for (const task of tasks) {
    const outcome = perform(run, task, names)
    // One that fails while others are awaited is thrown when its turn comes.
    outcome.catch(() => {})
    pending.push(outcome)
    if (pending.length >= (run.concurrency ?? 8)) yield await (pending.shift() as Promise<StageOutcome>)
  }
  for (const outcome of pending) yield await outcome
}

async function perform(run: StageRun, task: AugmentTask, names: ConceptNames): Promise<StageOutcome> {
  const { parameters, seed } = run
  const { stage, round, place, source, method } = task
  const outcome = await augmentSource(
    { ...run, names },
    {
      method,
      source,
      partners: run.sources,
      parameters,
      place: [stage, round, place],
      random: randomAt(randomKey('skywork-task', seed, stage, round), place),
      notes: { stage, round },
    },
  )
  return { task, ...outcome }
}

function toSource({ question, solution, finalAnswer, difficulty, realised }: Draft): SourceProblem {
  return {
    kind: 'pair',
    id: pairId(question, solution),
    question,
    solution,
    answer: finalAnswer,
    level: Math.round(difficulty),
    knowledgePoints: realised,
  }
}
