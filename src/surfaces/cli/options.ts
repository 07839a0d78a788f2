import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { loadConfig, type LoadedConfig, type Settings } from '../../core/load-config.ts'
import { datasetFormats, seedFormats } from '../../core/config.ts'
import { walkModes } from '../../core/concept-path.ts'

/** A whole number of at least `minimum`, or a usage error. */
export function wholeNumber(minimum: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < minimum) {
      throw new InvalidArgumentError(`give a whole number ≥ ${minimum}`)
    }
    return value
  }
}

function positiveNumber(text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('give a number > 0')
  return value
}

/** `question=prompt,answer=label` as our field ← their field. */
function fieldMap(text: string): Record<string, string> {
  const entries = text.split(',').map((part) => part.split('=').map((side) => side.trim()))
  if (entries.some((entry) => entry.length !== 2 || entry.includes(''))) {
    throw new InvalidArgumentError('give OURS=THEIRS,… for example question=prompt,answer=label')
  }
  return Object.fromEntries(entries as [string, string][])
}

function formatList(text: string): string[] {
  const formats = text.split(',').map((format) => format.trim())
  const unknown = formats.find((format) => !(datasetFormats as readonly string[]).includes(format))
  if (unknown !== undefined)
    throw new InvalidArgumentError(`unknown format: ${unknown}; formats are ${datasetFormats.join(', ')}`)
  return formats
}

/** Which setting each flag is. */
const settingOf: Readonly<Record<string, string>> = {
  seeds: 'seeds.files',
  seedFormat: 'seeds.format',
  map: 'seeds.map',
  strict: 'seeds.strict',
  allowTestSeeds: 'seeds.allowTestSeeds',
  extractor: 'engine.extractor',
  generator: 'engine.generator',
  preset: 'engine.preset',
  fromRun: 'engine.fromRun',
  graphOf: 'engine.graphOf',
  model: 'model.name',
  samples: 'model.samples',
  concurrency: 'model.concurrency',
  batch: 'model.batch.enabled',
  requestsPerMinute: 'model.requestsPerMinute',
  tokensPerMinute: 'model.tokensPerMinute',
  prices: 'model.prices',
  maxRequests: 'model.budget.requests',
  maxTokens: 'model.budget.tokens',
  maxCost: 'model.budget.cost',
  labels: 'engine.labels',
  alignment: 'engine.alignment',
  minimumCount: 'concepts.minimumCount',
  autoMerge: 'concepts.autoMerge',
  merges: 'concepts.merges',
  mode: 'walk.mode',
  weight: 'walk.weight',
  temperature: 'walk.temperature',
  restrict: 'walk.restrict',
  concepts: 'walk.concepts',
  count: 'generation.count',
  perCombination: 'generation.perCombination',
  skeletonShare: 'generation.skeletonShare',
  duplicateThreshold: 'curate.threshold',
  solutionsPerQuestion: 'curate.solutionsPerQuestion',
  pairsPerSkeleton: 'curate.pairsPerSkeleton',
  format: 'dataset.formats',
  minRung: 'dataset.minRung',
  size: 'dataset.size',
  balance: 'dataset.balance',
  floor: 'dataset.floor',
  pairWeight: 'dataset.pairWeight',
  stepRebalance: 'dataset.stepRebalance',
  quotas: 'dataset.quotas',
  passRates: 'dataset.passRates',
  allowUnknownLicense: 'dataset.allowUnknownLicense',
  protect: 'dataset.protect',
  allowTwins: 'dataset.allowTwins',
  seed: 'run.seed',
  workspace: 'run.workspace',
  out: 'run.out',
  workers: 'run.workers',
}

/** The flags a command takes, by group; see {@link settingOf} for what each sets. */
export type OptionGroup =
  | 'seeds'
  | 'recipe'
  | 'calls'
  | 'model'
  | 'engine'
  | 'walk'
  | 'given'
  | 'generation'
  | 'dataset'
  | 'protect'
  | 'place'

const groups: Readonly<Record<OptionGroup, () => readonly Option[]>> = {
  seeds: () => [
    new Option('--seeds <path...>', 'files or folders of seed problems, or - for standard input'),
    new Option('--seed-format <name>', 'row format').choices(seedFormats),
    new Option('--map <pairs>', 'our fields from theirs, as question=prompt,answer=label').argParser(
      fieldMap,
    ),
    new Option('--strict', 'stop at the first bad row'),
    new Option('--allow-test-seeds', 'admit rows of a test split; every row made from them is marked'),
  ],
  engine: () => [
    new Option('--extractor <name>', 'what labels the seeds').choices(['taxonomy', 'replay', 'model']),
    new Option('--generator <name>', 'what writes the pairs').choices(['procedural', 'model']),
    new Option('--engine <name>', 'extractor and generator in one').choices(['procedural', 'model']),
    new Option('--labels <file>', 'recorded labels for the replay extractor'),
    new Option('--alignment <file>', 'reviewed alignment of recorded names to the taxonomy'),
    new Option('--minimum-count <n>', 'drop concepts of fewer seeds').argParser((text) =>
      text === 'auto' ? 'auto' : wholeNumber(1)(text),
    ),
    new Option('--auto-merge', 'merge concept names that certainly mean the same without a review'),
    new Option('--merges <file>', 'reviewed merges of concept names (YAML); new proposals are added to it'),
  ],
  calls: () => [
    new Option('--concurrency <n>', 'most requests in flight').argParser(wholeNumber(1)),
    new Option('--requests-per-minute <n>', 'never exceeded').argParser(positiveNumber),
    new Option('--tokens-per-minute <n>', 'never exceeded, prompt and reply together').argParser(
      positiveNumber,
    ),
    new Option('--prices <file>', 'price file (YAML)'),
    new Option('--max-requests <n>', 'hard cap of the run').argParser(wholeNumber(1)),
    new Option('--max-tokens <n>', 'hard cap of the run').argParser(wholeNumber(1)),
    new Option('--max-cost <amount>', 'hard cap of the run, in the currency of the price file').argParser(
      positiveNumber,
    ),
  ],
  recipe: () => [
    new Option('--preset <name>', 'published recipe that a model follows').choices([
      'mathscale',
      'skywork',
      'xwin',
    ]),
    new Option(
      '--from-run <id>',
      'start from the diverse core of an earlier run as well: the second round of skywork',
    ),
  ],
  model: () => [
    new Option('--model <name>', 'MODEL at OPENAI_BASE_URL, or MODEL@ENDPOINT of the configuration file'),
    new Option('--samples <n>', 'independent solutions that vote on each answer').argParser(wholeNumber(0)),
    new Option(
      '--batch',
      'ask by the Batch API: cheaper, within hours; what it leaves out is asked one by one',
    ),
    ...groups.calls(),
  ],
  walk: () => [
    new Option('--mode <name>', 'how concept combinations are drawn').choices(walkModes),
    new Option('--weight <name>', 'edge weight').choices(['count', 'lift', 'uniform', 'rare']),
    new Option('--temperature <t>', 'weight^(1/t)').argParser(positiveNumber),
    new Option('--restrict <what>', 'walk only what the generator can express, or everything').choices([
      'supported',
      'none',
    ]),
  ],
  given: () => [
    new Option(
      '--concepts <name...>',
      'ids or names of the knowledge points that every pair needs; no walks',
    ),
  ],
  generation: () => [
    new Option('--count <n>', 'pairs to store').argParser(wholeNumber(1)),
    new Option('--per-combination <n>', 'most pairs of one combination').argParser((text) =>
      text === 'unlimited' ? 'unlimited' : wholeNumber(1)(text),
    ),
  ],
  dataset: () => [
    new Option('--out <folder>', 'folder for the dataset'),
    new Option('--format <names>', `formats, comma separated: ${datasetFormats.join(', ')}`).argParser(
      formatList,
    ),
    new Option('--min-rung <n>', 'lowest rung of the verification ladder').argParser(wholeNumber(0)),
    new Option('--size <n>', 'rows to select').argParser(wholeNumber(1)),
    new Option('--balance <name>', 'how rows are selected').choices(['coverage', 'metaclip', 'uniform']),
    new Option('--floor <n>', 'uses that every concept should reach first').argParser(wholeNumber(0)),
    new Option('--pair-weight <w>', 'weight of concept pairs beside concepts').argParser(positiveNumber),
    new Option('--step-rebalance <x>', 'towards longer solutions, up to 1: all lengths alike').argParser(
      positiveNumber,
    ),
    new Option('--quotas <file>', 'shares and concept quotas (YAML or JSON)'),
    new Option('--pass-rates <file>', 'pass rates of one model (JSONL) that calibrate the difficulty'),
    new Option(
      '--duplicate-threshold <share>',
      'least Jaccard index of near duplicates, which are not exported; 1 keeps all but word for word',
    ).argParser(positiveNumber),
    new Option('--solutions-per-question <n>', 'most rows of one question').argParser(wholeNumber(1)),
    new Option('--pairs-per-skeleton <n>', 'most rows of one wording with other numbers and names').argParser(
      wholeNumber(1),
    ),
    new Option('--allow-unknown-license', 'export rows whose seeds have no known licence'),
  ],
  protect: () => [
    new Option(
      '--protect <path...>',
      'files or folders of protected problems: no seed and no row is one of them',
    ),
    new Option('--allow-twins', 'export twins of protected problems too'),
  ],
  place: () => [
    new Option('--seed <n>', 'seed of all randomness').argParser(wholeNumber(0)),
    new Option('--workspace <folder>', 'folder of the workspace'),
    new Option('--workers <n>', 'threads; 0 works in the main one').argParser(wholeNumber(0)),
    new Option('--config <file>', 'configuration file (YAML)'),
  ],
}

/** A command with the flags of some groups, and `--json`. */
export function commandWith(name: string, chosen: readonly OptionGroup[]): Command {
  const command = new Command(name)
  for (const group of chosen) for (const option of groups[group]()) command.addOption(option)
  command.option('--json', 'print the result as JSON')
  return command as unknown as Command
}

/** Flags as commander gives them. */
export type Flags = Readonly<Record<string, unknown>>

/** The configuration of a call: defaults < file < environment < flags. */
export function configOf(flags: Flags): LoadedConfig {
  const settings: Record<string, unknown> = {}
  if (flags['engine'] !== undefined) {
    settings['engine.extractor'] = flags['engine'] === 'model' ? 'model' : 'taxonomy'
    settings['engine.generator'] = flags['engine']
  }
  for (const [flag, setting] of Object.entries(settingOf)) {
    if (flags[flag] !== undefined) settings[setting] = flags[flag]
  }
  const file = typeof flags['config'] === 'string' ? flags['config'] : undefined
  return loadConfig({
    ...(file === undefined ? {} : { file }),
    environment: process.env,
    flags: settings as Settings,
  })
}
