import { Command } from '@commander-js/extra-typings'
import type { Config } from '../../../core/config.ts'
import { InterruptedError, UsageError } from '../../../core/errors.ts'
import type { Seed } from '../../../core/seed.ts'
import type { DiverseSelection } from '../../../steps/seeds/select-diverse.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom seeds import|list|select`. */
export function seedsCommand(): Command {
  const importing = commandWith('import', ['seeds', 'protect', 'place'])
    .description('read, validate and normalise seeds; prints one JSON line per seed, reports every bad row')
    .action((flags) => importAction(flags as Flags))
  const listing = commandWith('list', ['place'])
    .description('the seeds of a run, one JSON line each')
    .option('--run <id>', 'the run; the latest finished by default')
    .action((flags) => listAction(flags as Flags))
  const selecting = commandWith('select', ['seeds', 'calls', 'protect', 'place'])
    .description('a diverse subset (greedy k-center), one JSON line per seed')
    .requiredOption('--size <n>', 'seeds to keep', wholeNumber(1))
    .option(
      '--embedder <name>',
      'what tells how alike questions are: hashed, or a model behind /v1/embeddings as MODEL or MODEL@ENDPOINT',
      'hashed',
    )
    .action((flags) => selectAction(flags as Flags))
  const group = new Command('seeds').description('read, list and select seed problems')
  for (const command of [importing, listing, selecting]) group.addCommand(command as unknown as Command)
  return group as unknown as Command
}

async function importAction(flags: Flags): Promise<void> {
  const { loadSeeds } = await import('../../../pipeline/prepare-run.ts')
  const { config } = configOf(flags)
  const { seeds, report } = await loadSeeds(config)
  for (const { place, reason } of [...report.badRows, ...report.badProtectedRows])
    process.stderr.write(`${place.file}:${place.line}: ${reason}\n`)
  for (const seed of seeds) await writeLine(JSON.stringify(seed))
  process.stderr.write(
    `${report.read} rows: ${report.seeds} seeds, ${report.bad} bad, ${report.duplicates} duplicates, ${report.excludedBySplit} excluded as test split, ${report.excludedAsProtected} equal to protected problems\n`,
  )
  if (flags['workspace'] !== undefined) await storeSeeds(seeds, config.run.workspace)
  if (report.bad + report.badProtectedRows.length > 0) process.exitCode = 5
}

async function storeSeeds(seeds: readonly Seed[], workspace: string): Promise<void> {
  const { openStores } = await import('../../../wire.ts')
  const stores = await openStores(workspace)
  try {
    await stores.graph.putSeeds(seeds.map((seed) => ({ seed, conceptIds: [] })))
  } finally {
    await stores.close()
  }
}

async function listAction(flags: Flags): Promise<void> {
  const [{ findRun }, { openExistingStores }] = await Promise.all([
    import('../../../pipeline/stored-run.ts'),
    import('../../../wire.ts'),
  ])
  const { config } = configOf(flags)
  const stores = await openExistingStores(config.run.workspace)
  try {
    const run = await findRun(stores.runs, flags['run'] as string | undefined)
    for (const { seed } of await stores.graph.seeds(run.seedIds)) await writeLine(JSON.stringify(seed))
  } finally {
    await stores.close()
  }
}

async function selectAction(flags: Flags): Promise<void> {
  const { loadSeeds } = await import('../../../pipeline/prepare-run.ts')
  const { config } = configOf(flags)
  const size = flags['size'] as number
  const { seeds, report } = await loadSeeds(config)
  if (size > seeds.length)
    throw new UsageError(`more than there are: --size ${size} of ${seeds.length} seeds`)
  const selection = await select(seeds, size, { config, embedder: flags['embedder'] as string })
  for (const seed of selection.seeds) await writeLine(JSON.stringify(seed))
  process.stderr.write(
    `${size} of ${seeds.length} seeds, covering radius ${selection.radius.toFixed(4)} (${flags['embedder'] as string})\n`,
  )
  if (report.bad > 0) process.exitCode = 5
}

async function select(
  seeds: readonly Seed[],
  count: number,
  { config, embedder: name }: { readonly config: Config; readonly embedder: string },
): Promise<DiverseSelection> {
  const { selectSeeds } = await import('../../../pipeline/select-seeds.ts')
  const { workers, workspace } = config.run
  if (name === 'hashed') return selectSeeds(seeds, { count, workers })
  const { openEmbedder, openStores } = await import('../../../wire.ts')
  const stores = await openStores(workspace)
  const stopping = new AbortController()
  const stop = (): void => stopping.abort(new InterruptedError('stopped: what was embedded is recorded'))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const { embedder, close } = await openEmbedder(config, { name, signal: stopping.signal }, stores.ledger)
    try {
      return await selectSeeds(seeds, { count, workers, embedder })
    } finally {
      await close()
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await stores.close()
  }
}
