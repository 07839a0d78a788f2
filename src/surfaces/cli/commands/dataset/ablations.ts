import { Option, type Command } from '@commander-js/extra-typings'
import { resolve } from 'node:path'
import { UsageError } from '../../../../core/errors.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../../options.ts'

const help = `
MathScale's ablations (§5.2): half the seeds, only the seeds of --sources, half the topics, half the knowledge points, and everything as the
reference; all of one size. The folder gets the seed files, the concepts each does without, ablations.json and run.sh, which makes the
datasets: sh FOLDER/run.sh DATASETS. A model's labels are used with --extractor replay --labels FILE.`

/** `conceptloom dataset ablations`: recipes of the datasets of an ablation study. */
export function ablationsCommand(): Command {
  const command = commandWith('ablations', ['seeds', 'engine', 'place'])
    .description('recipes of datasets with half the seeds, topics or knowledge points, ready to run')
    .addOption(new Option('--out <folder>', 'folder for the recipes').makeOptionMandatory())
    .addOption(new Option('--count <n>', 'rows of each dataset').argParser(wholeNumber(1)).default(25_000))
    .addOption(
      new Option('--sources <names>', 'sources of the ablation that keeps only some').default('GSM8K,MATH'),
    )
    .addHelpText('after', help)
  command.action((flags) => ablationsAction(flags as unknown as Flags))
  return command as unknown as Command
}

async function ablationsAction(flags: Flags): Promise<void> {
  const [{ prepareRun }, { openExtractor }, { planAblations }, { writeAblations }] = await Promise.all([
    import('../../../../pipeline/prepare-run.ts'),
    import('../../../../wire.ts'),
    import('../../../../steps/evaluate/plan-ablations.ts'),
    import('../../../../pipeline/evaluate/write-ablations.ts'),
  ])
  const { out, count, sources, ...rest } = flags
  const { config } = configOf(rest)
  const prepared = await prepareRun({ config, extractor: await openExtractor(config), progress: () => {} })
  const ablations = planAblations(prepared.seeds, prepared.graph.nodes, {
    sources: String(sources)
      .split(',')
      .map((source) => source.trim()),
    seed: config.run.seed,
  })
  const tooFew = ablations.find(({ seeds }) => seeds.length === 0)
  if (tooFew !== undefined) throw new UsageError(`too few seeds: ${prepared.seeds.length}; give at least 2`)
  const recipes = writeAblations(ablations, {
    folder: String(out),
    runFlags: runFlags(rest, { count: Number(count), seed: config.run.seed }),
  })
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify(recipes)}\n`)
  else {
    for (const { name, description, seeds, topicsLeftOut, knowledgePointsLeftOut } of recipes)
      process.stdout.write(
        `${name}: ${description}; ${seeds} seeds, without ${topicsLeftOut} topics and ${knowledgePointsLeftOut} knowledge points\n`,
      )
    process.stdout.write(`\nmake the datasets:  sh ${String(out)}/run.sh DATASETS\n`)
  }
}

/** Flags of the engine as they were given, for every run of the study. */
function runFlags(
  flags: Flags,
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly string[] {
  const given = (flag: string, name: string, isFile = false): readonly string[] => {
    const value = flags[flag]
    return typeof value === 'string' || typeof value === 'number'
      ? [name, isFile ? resolve(String(value)) : String(value)]
      : []
  }
  return [
    ...given('engine', '--engine'),
    ...given('extractor', '--extractor'),
    ...given('generator', '--generator'),
    ...given('labels', '--labels', true),
    ...given('alignment', '--alignment', true),
    ...given('minimumCount', '--minimum-count'),
    ...given('workers', '--workers'),
    ...given('config', '--config', true),
    ...(flags['allowTestSeeds'] === true ? ['--allow-test-seeds'] : []),
    ...(flags['autoMerge'] === true ? ['--auto-merge'] : []),
    ...given('merges', '--merges', true),
    // Near duplicates and conflicting rows fall away: a tenth more is made, and all datasets are cut to one size at random.
    '--count',
    String(Math.ceil(count * 1.1)),
    '--size',
    String(count),
    '--balance',
    'uniform',
    '--seed',
    String(seed),
  ]
}
