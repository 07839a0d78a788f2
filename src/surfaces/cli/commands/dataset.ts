import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Argument, Command, Option } from '@commander-js/extra-typings'
import { UsageError } from '../../../core/errors.ts'
import { sha256 } from '../../../core/identity.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'
import { ablationsCommand } from './dataset/ablations.ts'
import { mixCommand } from './dataset/mix.ts'
import { stagesCommand } from './dataset/stages.ts'
import { subsetsCommand } from './dataset/subsets.ts'

/** `conceptloom dataset build|inspect|fidelity`. */
export function datasetCommand(): Command {
  const build = commandWith('build', ['dataset', 'protect', 'place'])
    .description('write a dataset from the stored pairs of a run')
    .option('--run <id>', 'the run; the latest finished by default')
    .action((flags) => buildAction(flags as Flags))
  const inspect = commandWith('inspect', [])
    .description('check a dataset folder against its checksums and show what is in it')
    .addArgument(new Argument('<folder>', 'a dataset folder'))
  inspect.action((...input: readonly unknown[]) => inspectAction(String(input[0]), input[1] as Flags))
  const fidelity = commandWith('fidelity', ['place'])
    .description('label the pairs of a run again and say how far they show the concepts asked for')
    .option('--run <id>', 'the run; the latest finished by default')
    .addOption(new Option('--sample <n>', 'most pairs looked at').argParser(wholeNumber(2)).default(2000))
    .action((flags) => fidelityAction(flags as unknown as Flags))
  const group = new Command('dataset').description('datasets from stored pairs')
  for (const command of [
    build,
    inspect,
    fidelity,
    subsetsCommand(),
    mixCommand(),
    stagesCommand(),
    ablationsCommand(),
  ])
    group.addCommand(command as unknown as Command)
  return group as unknown as Command
}

async function buildAction(flags: Flags): Promise<void> {
  const [{ exportRun }, { findRun, loadStoredRun }, { openExistingStores }, { withProgress }] =
    await Promise.all([
      import('../../../pipeline/export-run.ts'),
      import('../../../pipeline/stored-run.ts'),
      import('../../../wire.ts'),
      import('../show-progress.ts'),
    ])
  const { config: call } = configOf(flags)
  if (call.run.out === undefined) throw new UsageError('no folder to write to: name one with --out DIR')
  const stores = await openExistingStores(call.run.workspace)
  try {
    const run = await findRun(stores.runs, flags['run'] as string | undefined)
    const { config } = await loadStoredRun(run, stores.graph, call)
    const dataset = await withProgress(['mark', 'select', 'export'], (progress) =>
      exportRun({ config, stores, run, progress }),
    )
    if (flags['json'] === true) process.stdout.write(`${JSON.stringify(dataset)}\n`)
    else
      process.stdout.write(`${dataset.rows} rows in ${dataset.folder}: ${describeCounts(dataset.splits)}\n`)
  } finally {
    await stores.close()
  }
}

async function fidelityAction(flags: Flags): Promise<void> {
  const [{ measureRunFidelity }, { findRun }, { openExistingStores }, { fidelityText }] = await Promise.all([
    import('../../../pipeline/measure-run-fidelity.ts'),
    import('../../../pipeline/stored-run.ts'),
    import('../../../wire.ts'),
    import('../fidelity-text.ts'),
  ])
  const { config } = configOf(flags)
  const stores = await openExistingStores(config.run.workspace)
  try {
    const run = await findRun(stores.runs, flags['run'] as string | undefined)
    const graph = await stores.graph.graph(run.graphVersion)
    const parts = { run, pairs: stores.pairs, concepts: graph?.nodes ?? [] }
    const options = { sample: Number(flags['sample']), seed: config.run.seed }
    const report = await measureRunFidelity(parts, options)
    process.stdout.write(flags['json'] === true ? `${JSON.stringify(report)}\n` : fidelityText(report))
  } finally {
    await stores.close()
  }
}

function inspectAction(folder: string, flags: Flags): void {
  const sums = readPart(folder, 'SHA256SUMS')
  const broken = sums
    .trim()
    .split('\n')
    .map((line) => ({ expected: line.slice(0, 64), path: line.slice(66) }))
    .filter(
      ({ expected, path }) =>
        !existsSync(join(folder, path)) || sha256(readFileSync(join(folder, path))) !== expected,
    )
    .map(({ path }) => path)
  const listed = new Set([
    ...sums
      .trim()
      .split('\n')
      .map((line) => line.slice(66)),
    'SHA256SUMS',
  ])
  const extra = filesIn(folder).filter((path) => !listed.has(path))
  const manifest: unknown = JSON.parse(readPart(folder, 'manifest.json'))
  const balance = JSON.parse(readPart(folder, 'BALANCE.json')) as {
    readonly before?: unknown
    readonly after?: unknown
  }
  const result = {
    folder,
    intact: broken.length + extra.length === 0,
    broken,
    extra,
    manifest,
    before: balance.before,
    after: balance.after,
  }
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify(result)}\n`)
  else {
    process.stdout.write(
      `${folder}: ${result.intact ? 'every file matches its checksum' : `changed, missing or added: ${[...broken, ...extra].join(', ')}`}\n`,
    )
    process.stdout.write(`${JSON.stringify({ manifest, after: balance.after }, null, 2)}\n`)
  }
  if (!result.intact) process.exitCode = 1
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function readPart(folder: string, name: string): string {
  const file = join(folder, name)
  if (!existsSync(file)) throw new UsageError(`not a dataset folder: ${folder} has no ${name}`)
  return readFileSync(file, 'utf8')
}

function describeCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([split, rows]) => `${split} ${rows}`)
    .join(', ')
}
