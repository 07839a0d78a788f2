import type { Ledger } from '../../core/ports.ts'
import type { Evaluation, ExcludedItems } from '../../steps/evaluate/evaluation.ts'
import type { BenchItem } from '../../steps/evaluate/bench-item.ts'
import type { Bench } from '../../steps/evaluate/load/read-bench.ts'
import { scoreCompletion } from '../../steps/evaluate/score/score-completion.ts'
import { openScoreTally } from '../../steps/evaluate/score/tally-scores.ts'
import type { ReportProgress } from '../progress.ts'
import {
  evaluationId,
  runEvaluation,
  templatePrompt,
  type EvaluationPlan,
  type EvaluationPorts,
} from './run-evaluation.ts'
import { excludedRows } from './select-items.ts'
import type { EvaluationFolder } from './write-evaluation.ts'

export interface EvaluationJob {
  readonly bench: Bench
  readonly plan: EvaluationPlan
  readonly limit?: number
  readonly ports: EvaluationPorts & { readonly ledger: Ledger }
  readonly folder: EvaluationFolder
  readonly progress: ReportProgress
}

/** An evaluation, and how many answers were given up: what depends on them is missing. */
export interface ModelEvaluation {
  readonly evaluation: Evaluation
  readonly unanswered: number
}

/**
 * Asks a model every item of a plan and scores what it says by both rules. Files and counts depend on the replies alone: the same
 * evaluation again gives the same bytes.
 *
 * @throws what `model.complete` throws; what was answered stays in the ledger, and the same call goes on from there
 */
export async function evaluateModel(job: EvaluationJob): Promise<ModelEvaluation> {
  const { bench, plan, limit, ports, folder, progress } = job
  const tally = openScoreTally(plan.items)
  const unanswered = new Map<string, BenchItem>()
  const calls = { promptTokens: 0, completionTokens: 0, truncated: 0, refused: 0 }
  const total = plan.items.length * plan.samples
  let done = 0
  let givenUp = 0
  for await (const answered of runEvaluation(plan, ports)) {
    progress({ stage: 'ask', done: ++done, total })
    const { item, sample } = answered
    if ('unanswered' in answered) {
      givenUp++
      unanswered.set(item.id, item)
      continue
    }
    const { outcome, text, key, promptTokens, completionTokens } = answered.reply
    calls.promptTokens += promptTokens
    calls.completionTokens += completionTokens
    if (outcome === 'truncated') calls.truncated++
    if (outcome === 'refused') calls.refused++
    // The text of a refusal says why; it is no answer.
    const completion = outcome === 'refused' ? '' : text
    const { id: itemId, set, number } = item
    const named = number === undefined ? {} : { number }
    folder.completion({
      itemId,
      set,
      ...named,
      sample,
      completion,
      outcome,
      request: key,
      promptTokens,
      completionTokens,
    })
    const score = scoreCompletion(item, completion, sample)
    tally.add(score)
    folder.score(score)
  }
  const { cost } = await ports.ledger.totals(evaluationId(plan, ports.model.name))
  const { temperature, samples, maxTokens, seed, template } = plan
  const evaluation: Evaluation = {
    tool: 'conceptloom',
    settings: {
      model: ports.model.name,
      prompt: templatePrompt(template),
      temperature,
      samples,
      replyTokens: maxTokens,
      seed,
      ...(limit === undefined ? {} : { limit }),
    },
    sets: tally.scores(),
    excluded: [...excludedRows(bench), ...unansweredItems([...unanswered.values()])],
    badLines: 0,
    calls: { ...calls, cost },
  }
  return { evaluation, unanswered: givenUp }
}

function unansweredItems(items: readonly BenchItem[]): readonly ExcludedItems[] {
  const sets = [...new Set(items.map(({ set }) => set))]
  return sets.map((set) => {
    const ids = items.filter((item) => item.set === set).map(({ id }) => id)
    return { set, reason: 'an answer was given up', count: ids.length, items: ids }
  })
}
