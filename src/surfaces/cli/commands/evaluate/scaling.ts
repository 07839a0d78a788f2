import { Argument, Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { UsageError } from '../../../../core/errors.ts'
import type {
  ComparedCurve,
  ScalingComparison,
  ScalingOptions,
} from '../../../../foundations/statistics/compare-scaling.ts'
import type { ScalingPoint } from '../../../../foundations/statistics/scaling-curves.ts'
import { benchSets, type BenchSet } from '../../../../steps/evaluate/bench-item.ts'
import { scoringRules } from '../../../../steps/evaluate/item-scores.ts'
import type { Flags } from '../../options.ts'
import { readSize } from '../../read-size.ts'
import { intervalText, percentText, textTable } from '../../text-table.ts'
import { bootstrapOptions, ruleOf, statisticsOf } from './statistics-options.ts'

const help = `
Give either one file of points (JSON list or CSV with size, accuracy from 0 to 1, and items where known), or SIZE=FOLDER for the scores
of a model trained on so many rows, as 7.5k=out/scores-7500. Curves: logarithmic a + b ln n, power 1 - a n^-b, saturating
c - a n^-b with c ≤ 1, by least squares weighted with items. They are judged by AICc; a curve is named only where its Akaike weight is
0.9 or more, otherwise they are not distinguishable. Intervals (95 %) resample the items of all folders together, else each point's
items, else residuals.`

/** `conceptloom evaluate scaling`: accuracy against training size. */
export function scalingCommand(): Command {
  const command = new Command('scaling')
    .description(
      'fit accuracy against training size: logarithmic, power law or saturating, and what tells them apart',
    )
    .addArgument(new Argument('<points...>', 'a file of points, or SIZE=FOLDER for each size'))
    .addOption(new Option('--at <sizes>', 'sizes at which to predict, as 4M,8M').argParser(readSizes))
    .addOption(new Option('--average <name>', 'of folders').choices(['micro', 'macro']).default('micro'))
    .addOption(new Option('--set <name>', 'of folders: one set alone').choices(benchSets))
    .addOption(
      new Option('--rule <name>', 'of folders: whose verdict counts').choices(scoringRules).default('ours'),
    )
    .addHelpText('after', help)
  for (const option of bootstrapOptions()) command.addOption(option)
  command.option('--json', 'print the fits as JSON')
  command.action((...input: readonly unknown[]) =>
    scalingAction(input[0] as readonly string[], input[1] as Flags),
  )
  return command as unknown as Command
}

function readSizes(text: string): readonly number[] {
  return text.split(',').map((part) => readSize(part))
}

interface Material {
  readonly points: readonly ScalingPoint[]
  readonly redraw?: ScalingOptions['redraw']
}

async function scalingAction(inputs: readonly string[], flags: Flags): Promise<void> {
  const { compareScaling } = await import('../../../../foundations/statistics/compare-scaling.ts')
  const { points, redraw } = inputs.some((input) => input.includes('='))
    ? await readFolders(inputs, flags)
    : await readPoints(inputs)
  if (points.length < 3 || new Set(points.map(({ size }) => size)).size < 3)
    throw new UsageError(
      `sizes: ${points.map(({ size }) => size).join(', ')}; give at least three different ones`,
    )
  const comparison = compareScaling(points, {
    ...statisticsOf(flags),
    predictAt: (flags['at'] as readonly number[] | undefined) ?? [],
    ...(redraw === undefined ? {} : { redraw }),
  })
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ measured: points, ...comparison })}\n`
      : `${scalingLines(points, comparison).join('\n')}\n`,
  )
}

async function readPoints(inputs: readonly string[]): Promise<Material> {
  const [file, ...more] = inputs
  if (file === undefined || more.length > 0)
    throw new UsageError(`points: ${inputs.length} files; give one, or SIZE=FOLDER for each size`)
  const { readScalingPoints } = await import('../../../../pipeline/evaluate/read-scaling-points.ts')
  return { points: readScalingPoints(file) }
}

async function readFolders(inputs: readonly string[], flags: Flags): Promise<Material> {
  const [{ gatherItems }, { readScores }, { measureScaling }] = await Promise.all([
    import('../../../../steps/evaluate/item-scores.ts'),
    import('../../../../steps/evaluate/read-scores.ts'),
    import('../../../../steps/evaluate/scaling-points.ts'),
  ])
  const scores = []
  for (const input of inputs) {
    const [size = '', ...folder] = input.split('=')
    if (folder.length === 0) throw new UsageError(`no size: ${input}; write SIZE=FOLDER`)
    scores.push({ size: sizeOf(size), items: await gatherItems(readScores(folder.join('=')), ruleOf(flags)) })
  }
  const set = flags['set'] as BenchSet | undefined
  const measured = measureScaling(scores, {
    average: flags['average'] as 'micro' | 'macro',
    seed: flags['seed'] as number,
    ...(set === undefined ? {} : { set }),
  })
  if (measured.items === 0) throw new UsageError('no item in common: score all models on the same bench')
  return measured
}

function sizeOf(text: string): number {
  try {
    return readSize(text)
  } catch (error) {
    throw error instanceof InvalidArgumentError ? new UsageError(`size: ${text}; ${error.message}`) : error
  }
}

function scalingLines(
  points: readonly ScalingPoint[],
  { basis, curves, verdict }: ScalingComparison,
): readonly string[] {
  return [
    ...textTable([
      ['rows', 'accuracy %', 'items'],
      ...points.map(({ size, accuracy, items }) => [
        String(size),
        percentText(accuracy),
        String(items ?? ''),
      ]),
    ]),
    '',
    ...textTable([
      ['curve', 'AICc', 'Δ', 'weight'],
      ...curves.map(({ name, formula, aicc, deltaAicc, weight }) => [
        `${name}  ${formula}`,
        aicc?.toFixed(1) ?? 'too few points',
        deltaAicc?.toFixed(1) ?? '',
        weight?.toFixed(2) ?? '',
      ]),
    ]),
    '',
    ...curves.flatMap((curve) => [`${curve.name}  ${parametersText(curve)}`, ...predictionLines(curve)]),
    '',
    `intervals resample ${basisText[basis]}`,
    verdict,
  ]
}

const basisText: Readonly<Record<ScalingComparison['basis'], string>> = {
  items: 'the items that all models share',
  binomial: 'the items of each point by itself',
  residuals: 'residuals',
}

function parametersText({ parameters }: ComparedCurve): string {
  return Object.entries(parameters)
    .map(([name, { estimate, low, high }]) => `${name} = ${short(estimate)} [${short(low)}, ${short(high)}]`)
    .join(', ')
}

function predictionLines({ predictions }: ComparedCurve): readonly string[] {
  return predictions.map(({ size, accuracy }) => `  at ${size}: ${intervalText(accuracy)} %`)
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)))
}
