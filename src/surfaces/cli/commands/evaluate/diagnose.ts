import { writeFileSync } from 'node:fs'
import { Argument, Command, Option } from '@commander-js/extra-typings'
import type { ConceptGraph } from '../../../../core/concept-graph.ts'
import type { ContentId } from '../../../../core/identity.ts'
import type { ConceptDiagnosis } from '../../../../steps/evaluate/diagnose-concepts.ts'
import { configOf, wholeNumber, type Flags } from '../../options.ts'
import { openGraph } from '../../open-graph.ts'
import { benchOption, reportBadRows } from './bench-option.ts'

/** `conceptloom evaluate diagnose`: from graded completions to the concepts that a model is weak in. */
export function diagnoseCommand(): Command {
  const command = new Command('diagnose')
    .description('accuracy per concept, the weak ones, and a target that `walk` and `run` cover')
    .addArgument(
      new Argument('<scores>', 'folder of `evaluate run` or `evaluate score`, or its scores.jsonl'),
    )
    .addOption(benchOption())
    .option('--run <id>', 'the run whose graph is looked at; the latest finished of --workspace by default')
    .addOption(
      new Option(
        '--rule <name>',
        'weak: the 95 % interval lies below what is expected, or the shrunken estimate does by --margin',
      )
        .choices(['interval', 'shrunken'])
        .default('interval'),
    )
    .addOption(
      new Option(
        '--against <what>',
        'what is expected of a concept: the overall accuracy, or that of its sets',
      )
        .choices(['overall', 'sets'])
        .default('overall'),
    )
    .addOption(
      new Option('--minimum-items <n>', 'fewest items of a concept that is judged')
        .argParser(wholeNumber(1))
        .default(5),
    )
    .addOption(new Option('--margin <accuracy>', 'for --rule shrunken').argParser(Number).default(0.05))
    .addOption(new Option('--extractor <name>', 'what labels the items').choices(['taxonomy', 'replay']))
    .option('--labels <file>', 'recorded labels for the replay extractor')
    .option('--alignment <file>', 'reviewed alignment of recorded names to the taxonomy')
    .option('--workspace <folder>', 'workspace whose graph is looked at: how many seeds a weak concept has')
    .option('--config <file>', 'configuration file (YAML)')
    .option('--out <file>', 'write the weak knowledge points as a target: walk --mode coverage --target FILE')
    .option('--export <file>', 'write all concepts with their ids, as .csv or .json')
    .option('--json', 'print the target as JSON')
  command.action((...input: readonly unknown[]) => diagnoseAction(String(input[0]), input[1] as Flags))
  return command as unknown as Command
}

async function diagnoseAction(scores: string, flags: Flags): Promise<void> {
  const [{ diagnoseScores }, { readScores }, { readBench }, files, { openExtractor }] = await Promise.all([
    import('../../../../pipeline/evaluate/diagnose-scores.ts'),
    import('../../../../steps/evaluate/read-scores.ts'),
    import('../../../../steps/evaluate/load/read-bench.ts'),
    import('../../../../steps/evaluate/coverage-target-file.ts'),
    import('../../../../wire.ts'),
  ])
  const { config } = configOf(flags)
  const bench = readBench(String(flags['bench']))
  const items = bench.sets.flatMap((set) => set.items)
  const { diagnosis, strangers } = await diagnoseScores(
    readScores(scores),
    { items, extractor: await openExtractor(config) },
    {
      rule: flags['rule'] as 'interval' | 'shrunken',
      against: flags['against'] as 'overall' | 'sets',
      minimumItems: flags['minimumItems'] as number,
      margin: flags['margin'] as number,
    },
  )
  const named = flags['workspace'] !== undefined || flags['run'] !== undefined
  const seedsOf = named ? countSeeds((await openGraph(flags)).graph) : undefined
  const target = files.coverageTargetFile(diagnosis, seedsOf)
  const out = flags['out'] as string | undefined
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(target, null, 2)}\n`)
  const table = flags['export'] as string | undefined
  if (table !== undefined)
    writeFileSync(
      table,
      table.endsWith('.csv')
        ? files.conceptTable(diagnosis, seedsOf)
        : `${JSON.stringify(
            diagnosis.concepts.map((concept) => files.conceptRow(concept, seedsOf)),
            null,
            2,
          )}\n`,
    )
  process.stdout.write(
    flags['json'] === true ? `${JSON.stringify(target)}\n` : diagnosisText(diagnosis, { seedsOf, out }),
  )
  if (strangers > 0)
    process.stderr.write(`${strangers} graded items are not in the bench and were left out\n`)
  reportBadRows(bench)
}

type SeedsOf = (id: ContentId) => number | undefined

function countSeeds(graph: ConceptGraph): SeedsOf {
  const counts = new Map(graph.nodes.map(({ id, count }) => [id, count]))
  return (id) => counts.get(id)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function diagnosisText(
  { concepts, items, unlabelled, accuracy, judged, byChance, rule }: ConceptDiagnosis,
  { seedsOf, out }: { seedsOf: SeedsOf | undefined; out: string | undefined },
): string {
  const weak = concepts.filter((concept) => concept.weak)
  const points = weak.filter(({ kind }) => kind === 'knowledge-point').length
  const lines = weak.map(({ kind, name, items: count, accuracy: share, interval, id }) => {
    const seeds = seedsOf === undefined ? '' : `  ${seedsOf(id) ?? 0} seeds`
    const range = `${(interval.low * 100).toFixed(0)} to ${percent(interval.high)}`
    return `  ${percent(share).padStart(7)}  ${range.padEnd(15)} n ${String(count).padEnd(5)} ${kind === 'topic' ? 'topic ' : ''}${name}${seeds}`
  })
  return [
    `${items} items, ${percent(accuracy)} right, ${unlabelled} without a label`,
    `${points} of ${judged} judged knowledge points are weak (rule ${rule.rule} against ${rule.against}, at least ${rule.minimumItems} items; ${byChance} expected by chance under the interval rule)`,
    ...lines,
    ...(out === undefined || points === 0
      ? []
      : [`next: conceptloom walk --mode coverage --target ${out}, or run with the same flags`]),
    '',
  ].join('\n')
}
