import type { Command } from '@commander-js/extra-typings'
import { InterruptedError, UsageError } from '../../../core/errors.ts'
import type { VerifiedPair } from '../../../pipeline/verify-run.ts'
import type { Vote } from '../../../pipeline/draw-pairs.ts'
import type { StoredRun } from '../../../pipeline/stored-run.ts'
import type { Workspace } from '../../../wire.ts'
import { commandWith, configOf, type Flags } from '../options.ts'
import { watchInterrupt } from '../watch-interrupt.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom verify`: the stored pairs of a run, verified again. */
export function verifyCommand(): Command {
  const command = commandWith('verify', ['model', 'place'])
    .description(
      'verify the stored pairs of a run again and report which rungs have changed; nothing is stored',
    )
    .option('--run <id>', 'the run; the latest finished by default')
    .action((flags) => verifyAction(flags as Flags))
  return command as unknown as Command
}

async function verifyAction(flags: Flags): Promise<void> {
  const [{ verifyRun }, { findRun, loadStoredRun }, { openExistingStores }] = await Promise.all([
    import('../../../pipeline/verify-run.ts'),
    import('../../../pipeline/stored-run.ts'),
    import('../../../wire.ts'),
  ])
  const { config } = configOf(flags)
  const { samples, name } = config.model
  if (flags['samples'] !== undefined && samples > 0 && name === undefined)
    throw new UsageError('--samples asks a model: name it with --model NAME')
  const stores = await openExistingStores(config.run.workspace)
  const interruption = watchInterrupt()
  const { signal } = interruption
  try {
    const run = await findRun(stores.runs, flags['run'] as string | undefined)
    const stored = await loadStoredRun(run, stores.graph, config)
    const asks = flags['samples'] !== undefined && samples > 0
    const voting = asks ? await openVote(stored, { stores, signal, config }) : undefined
    try {
      const verified = verifyRun({
        stored,
        pairs: stores.pairs,
        signal,
        ...(voting === undefined ? {} : { vote: voting.vote, concurrency: voting.concurrency }),
      })
      await report(verified, run.id, flags['json'] === true)
    } finally {
      await voting?.close()
    }
  } catch (error) {
    if (signal.aborted) throw new InterruptedError('interrupted: nothing was changed', { cause: error })
    throw error
  } finally {
    interruption.stop()
    await stores.close()
  }
}

/** Votes as the run itself asks for them: those it has are in the ledger and cost nothing. */
async function openVote(
  { run, config: held }: StoredRun,
  {
    stores,
    signal,
    config,
  }: { readonly stores: Workspace; readonly signal: AbortSignal; readonly config: StoredRun['config'] },
): Promise<{ readonly vote: Vote; readonly concurrency: number; close(): Promise<void> }> {
  const [{ openModelParts }, { voteBy }] = await Promise.all([
    import('../../../wire.ts'),
    import('../../../pipeline/model-engine.ts'),
  ])
  const asking = { ...held, engine: { ...held.engine, extractor: 'taxonomy' as const }, model: config.model }
  const opened = await openModelParts({ config: asking, runId: run.id, workspace: stores, signal })
  return {
    vote: voteBy(opened.model, { config: asking, runId: run.id, signal }),
    concurrency: opened.concurrency,
    close: () => opened.close(),
  }
}

const changesShown = 20

async function report(verified: AsyncIterable<VerifiedPair>, runId: string, json: boolean): Promise<void> {
  const changes = new Map<string, number>()
  const shown: string[] = []
  let pairs = 0
  for await (const { id, index, before, verdict, marks } of verified) {
    pairs++
    const { rung, checks, agreement, flags } = verdict
    if (json) {
      const votes = agreement === undefined ? {} : { agreement }
      await writeLine(
        JSON.stringify({ id, index, rung, before, changed: rung !== before, checks, ...votes, flags, marks }),
      )
    }
    if (rung === before) continue
    const change = `${before} → ${rung}`
    changes.set(change, (changes.get(change) ?? 0) + 1)
    const failed = checks.find(({ outcome }) => outcome === 'failed')
    if (shown.length < changesShown)
      shown.push(
        `  ${id.slice(0, 12)}  ${change}${failed === undefined ? '' : `  ${failed.name}: ${failed.evidence}`}`,
      )
  }
  const changed = [...changes.values()].reduce((sum, number) => sum + number, 0)
  const text = [
    `run ${runId.slice(0, 12)}: ${pairs} pairs, ${changed} with another rung`,
    ...[...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([change, number]) => `  ${change}: ${number}`),
    ...shown,
    '',
  ].join('\n')
  if (json) process.stderr.write(text)
  else process.stdout.write(text)
}
