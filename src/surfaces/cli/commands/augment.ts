import { Option, type Command } from '@commander-js/extra-typings'
import type { Config } from '../../../core/config.ts'
import { ConfigurationError, InterruptedError, UsageError } from '../../../core/errors.ts'
import type { AugmentMethod } from '../../../pipeline/augment-plan.ts'
import type { Augmented, AugmentPlan } from '../../../pipeline/augment-problems.ts'
import type { AugmentSources } from '../../../pipeline/augment-sources.ts'
import type { Workspace } from '../../../wire.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'
import { printEstimate } from '../print-estimate.ts'
import { watchInterrupt } from '../watch-interrupt.ts'
import { writeLine } from '../write-line.ts'

const methods: readonly AugmentMethod[] = ['answer', 'rephrase', 'fobar', 'self-verify', 'evolve', 'xwin']

/** `conceptloom augment`: new pairs from seeds or stored pairs by one method, on standard output. */
export function augmentCommand(): Command {
  const command = commandWith('augment', ['seeds', 'model', 'place'])
    .description('new pairs from seeds, or from the pairs of a run, by one method; one JSON line each')
    .addOption(new Option('--method <name>', 'how each problem is used').choices(methods))
    .option('--from-run <id>', 'augment the unmarked pairs of this run instead of seeds')
    .option('--per-source <n>', 'attempts at each problem', wholeNumber(1), 1)
    .option('--count <n>', 'stop after so many pairs', wholeNumber(1))
    .option('--dry-run', 'say what a model would be asked and what it may cost, and ask nothing')
    .action((flags) => augmentAction(flags as Flags))
  return command as unknown as Command
}

async function augmentAction(flags: Flags): Promise<void> {
  const method = flags['method'] as AugmentMethod | undefined
  if (method === undefined) throw new UsageError(`no method: name one with --method ${methods.join('|')}`)
  // How often a problem is tried belongs to this command, not to a run.
  const { count, perSource, ...settings } = flags
  const { config } = configOf(settings)
  if (config.model.name === undefined)
    throw new ConfigurationError('model.name: none; name a model with --model NAME')
  const { openExistingStores, openStores } = await import('../../../wire.ts')
  const { fromRun } = config.engine
  if (flags['dryRun'] === true && fromRun === undefined) return augment(undefined)
  const { workspace } = config.run
  const stores = fromRun === undefined ? await openStores(workspace) : await openExistingStores(workspace)
  try {
    await augment(stores)
  } finally {
    await stores.close()
  }

  async function augment(workspaceStores: Workspace | undefined): Promise<void> {
    const [{ augmentationPlan }, opened] = await Promise.all([
      import('../../../pipeline/augment-plan.ts'),
      openSources(config, workspaceStores),
    ])
    const plan = augmentationPlan(config, {
      method: method as AugmentMethod,
      sources: opened.sources,
      perSource: perSource as number,
      ...(count === undefined ? {} : { count: count as number }),
    })
    if (flags['dryRun'] === true || workspaceStores === undefined)
      return dryRun(plan, config, flags['json'] === true)
    await augmentAndPrint({ plan, opened, config, workspace: workspaceStores })
  }
}

async function openSources(config: Config, workspace: Workspace | undefined): Promise<AugmentSources> {
  const [{ augmentRun, augmentSeeds }, { openExtractor }] = await Promise.all([
    import('../../../pipeline/augment-sources.ts'),
    import('../../../wire.ts'),
  ])
  const { fromRun } = config.engine
  return fromRun === undefined || workspace === undefined
    ? augmentSeeds(config, await openExtractor(config))
    : augmentRun(fromRun, workspace)
}

async function dryRun(plan: AugmentPlan, { model }: Config, json: boolean): Promise<void> {
  const { estimateAugmentation } = await import('../../../pipeline/augment-plan.ts')
  await printEstimate(model, json, {
    estimate: (price) => estimateAugmentation(plan, price),
    subject: () => `${plan.method} of ${plan.sources.length} problems by ${model.name}`,
  })
}

interface Augmenting {
  readonly plan: AugmentPlan
  readonly opened: AugmentSources
  readonly config: Config
  readonly workspace: Workspace
}

async function augmentAndPrint({ plan, opened, config, workspace }: Augmenting): Promise<void> {
  const [{ augmentationId, augmentProblems }, { openModelParts }] = await Promise.all([
    import('../../../pipeline/augment-problems.ts'),
    import('../../../wire.ts'),
  ])
  const interruption = watchInterrupt()
  const { signal } = interruption
  const runId = augmentationId(plan, config.model.name ?? '')
  const parts = await openModelParts({ config, runId, workspace, signal })
  const names = new Map(opened.concepts.map(({ id, name }) => [id, name]))
  const skipped: Record<string, number> = {}
  let pairs = 0
  try {
    for await (const augmented of augmentProblems(plan, {
      ...parts,
      concepts: opened.concepts,
      signal,
    })) {
      if (augmented.outcome === 'pair') {
        pairs++
        await writeLine(JSON.stringify(rowOf(augmented, { opened, names })))
      } else skipped[augmented.reason] = (skipped[augmented.reason] ?? 0) + 1
    }
  } catch (error) {
    if (signal.aborted)
      throw new InterruptedError(
        'interrupted: the same command goes on, and what was answered is not asked again',
        {
          cause: error,
        },
      )
    throw error
  } finally {
    await parts.close()
    interruption.stop()
    const { answered, recalled, cost } = parts.model.calls
    const reasons = Object.entries(skipped).map(([reason, number]) => `, ${number} × ${reason}`)
    process.stderr.write(
      `${pairs} pairs from ${plan.sources.length} problems${reasons.join('')}; ${answered} replies, ${recalled} recalled, cost ${cost.toFixed(4)}\n`,
    )
  }
  if (opened.bad > 0 || parts.model.calls.gaveUp > 0) process.exitCode = 5
}

/** One pair with all it comes from. Its text fields are those a seed file has, so the output can be read as seeds again. */
function rowOf(
  { id, questionId, source, draft, verdict, marks }: Extract<Augmented, { outcome: 'pair' }>,
  { opened, names }: { readonly opened: AugmentSources; readonly names: ReadonlyMap<string, string> },
): object {
  const { question, solution, finalAnswer, method, parents, prompt, model, difficulty, realised, evidence } =
    draft
  const facts = opened.facts.get(source.id)
  return {
    id,
    questionId,
    question,
    solution,
    answer: finalAnswer,
    method,
    parents,
    prompt,
    model,
    requests: (evidence as { readonly keys: readonly string[] }).keys,
    knowledgePoints: realised.map((point) => names.get(point) ?? point),
    difficulty,
    rung: verdict.rung,
    checks: verdict.checks,
    ...(verdict.agreement === undefined ? {} : { agreement: verdict.agreement }),
    flags: verdict.flags,
    marks,
    split: facts?.split ?? 'train',
    licenses: facts?.licenses ?? ['unknown'],
  }
}
