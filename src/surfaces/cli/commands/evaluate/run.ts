import { InvalidArgumentError, Option, type Command } from '@commander-js/extra-typings'
import type { Config } from '../../../../core/config.ts'
import { ConfigurationError, InterruptedError, UsageError } from '../../../../core/errors.ts'
import type { EvaluationPlan, Template } from '../../../../pipeline/evaluate/run-evaluation.ts'
import type { BenchSet } from '../../../../steps/evaluate/bench-item.ts'
import type { Bench } from '../../../../steps/evaluate/load/read-bench.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../../options.ts'
import { printEstimate } from '../../print-estimate.ts'
import { watchInterrupt } from '../../watch-interrupt.ts'
import { benchOption, reportBadRows, setsOption } from './bench-option.ts'

/** Temperature where several answers are wanted (Xwin-Math, arXiv 2403.04706, §4). */
const samplingTemperature = 0.7

/** `conceptloom evaluate run`: any configured model on the sets of a bench file. */
export function runCommand(): Command {
  const command = commandWith('run', ['calls', 'place'])
    .description('ask a model the problems of a bench file, zero-shot, and grade its answers by both rules')
    .addOption(benchOption())
    .addOption(setsOption())
    .option('--limit <n>', 'first so many items of each set', wholeNumber(1))
    .option('--model <name>', 'MODEL at OPENAI_BASE_URL, or MODEL@ENDPOINT of the configuration file')
    .option('--batch', 'ask by the Batch API: cheaper, within hours; what it leaves out is asked one by one')
    .addOption(
      new Option('--template <name>', 'how a problem is put')
        .choices(['alpaca', 'chat', 'none'])
        .default('alpaca'),
    )
    .option('--samples <n>', 'answers to each item', wholeNumber(1), 1)
    .addOption(
      new Option(
        '--temperature <t>',
        `0 is greedy (default: 0, with several samples ${samplingTemperature})`,
      ).argParser(temperature),
    )
    .option('--reply-tokens <n>', 'most tokens of an answer', wholeNumber(1), 2048)
    .option('--out <folder>', 'folder for completions.jsonl, scores.jsonl and evaluation.json')
    .option('--dry-run', 'say what would be asked and what it may cost, and ask nothing')
    .action((flags) => runAction(flags as unknown as Flags))
  return command as unknown as Command
}

function temperature(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 2))
    throw new InvalidArgumentError('give a number from 0 to 2')
  return value
}

async function runAction(flags: Flags): Promise<void> {
  // These say how the bench is asked; settings of the same names belong to runs.
  const { samples: _s, temperature: _t, limit, out, sets, ...settings } = flags
  const { config } = configOf(settings)
  if (config.model.name === undefined)
    throw new ConfigurationError('model.name: none; name a model with --model NAME')
  const [{ readBench }, { itemsOf, selectItems }, { checkTarget }] = await Promise.all([
    import('../../../../steps/evaluate/load/read-bench.ts'),
    import('../../../../pipeline/evaluate/select-items.ts'),
    import('../../../../steps/export/staged-folder.ts'),
  ])
  const bench = selectItems(readBench(String(flags['bench'])), {
    ...(sets === undefined ? {} : { sets: sets as readonly BenchSet[] }),
    ...(limit === undefined ? {} : { limit: limit as number }),
  })
  if (out !== undefined) checkTarget(out as string, 'evaluation')
  reportBadRows(bench)
  const plan = { ...askingOf(flags), seed: config.run.seed, items: itemsOf(bench) }
  if (flags['dryRun'] === true) return dryRun(plan, config, flags['json'] === true)
  await evaluate({ plan, bench, config, flags })
}

function askingOf(flags: Flags): Omit<EvaluationPlan, 'items' | 'seed'> {
  const samples = flags['samples'] as number
  const asked = flags['temperature'] as number | undefined
  if (samples > 1 && asked === 0)
    throw new UsageError(
      '--samples with --temperature 0: all answers would be the same; leave one of them out',
    )
  return {
    samples,
    temperature: asked ?? (samples > 1 ? samplingTemperature : 0),
    template: flags['template'] as Template,
    maxTokens: flags['replyTokens'] as number,
  }
}

async function dryRun(plan: EvaluationPlan, { model }: Config, json: boolean): Promise<void> {
  const { estimateEvaluation } = await import('../../../../pipeline/evaluate/estimate-evaluation.ts')
  const answers = plan.samples === 1 ? 'one answer' : `${plan.samples} answers`
  await printEstimate(model, json, {
    estimate: (price) => estimateEvaluation(plan, price),
    subject: () => `${plan.items.length} items, ${answers} each, by ${model.name}`,
  })
}

interface Evaluating {
  readonly plan: EvaluationPlan
  readonly bench: Bench
  readonly config: Config
  readonly flags: Flags
}

async function evaluate({ plan, bench, config, flags }: Evaluating): Promise<void> {
  const [
    { evaluateModel },
    { evaluationId },
    { openEvaluationFolder },
    { openModelParts, openStores },
    { evaluationText },
    { withProgress },
    { evaluationStages },
  ] = await Promise.all([
    import('../../../../pipeline/evaluate/evaluate-model.ts'),
    import('../../../../pipeline/evaluate/run-evaluation.ts'),
    import('../../../../pipeline/evaluate/write-evaluation.ts'),
    import('../../../../wire.ts'),
    import('./evaluation-text.ts'),
    import('../../show-progress.ts'),
    import('../../../../pipeline/progress.ts'),
  ])
  const workspace = await openStores(config.run.workspace)
  const interruption = watchInterrupt()
  const { signal } = interruption
  const runId = evaluationId(plan, config.model.name ?? '')
  // Nothing is labelled here.
  const asking = { ...config, engine: { ...config.engine, extractor: 'taxonomy' as const } }
  const folder = openEvaluationFolder(flags['out'] as string | undefined, { completions: true })
  try {
    const parts = await openModelParts({ config: asking, runId, workspace, signal })
    try {
      const ports = { ...parts, signal, ledger: workspace.ledger }
      const limit = flags['limit'] as number | undefined
      const { evaluation, unanswered } = await withProgress(evaluationStages, (progress) =>
        evaluateModel({ bench, plan, ports, folder, progress, ...(limit === undefined ? {} : { limit }) }),
      )
      folder.commit(evaluation)
      process.stdout.write(
        flags['json'] === true ? `${JSON.stringify(evaluation)}\n` : evaluationText(evaluation),
      )
      if (unanswered > 0) process.exitCode = 5
    } finally {
      await parts.close()
      const { answered, recalled, cost } = parts.model.calls
      process.stderr.write(`${answered} replies, ${recalled} recalled, cost ${cost.toFixed(4)}\n`)
    }
  } catch (error) {
    folder.discard()
    if (signal.aborted)
      throw new InterruptedError(
        'interrupted: the same command goes on, and what was answered is not asked again',
        { cause: error },
      )
    throw error
  } finally {
    interruption.stop()
    await workspace.close()
  }
}
