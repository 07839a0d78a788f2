import { writeFileSync } from 'node:fs'
import { Command } from '@commander-js/extra-typings'
import { UsageError } from '../../../../core/errors.ts'
import type { LeakageReport, SetLeakage } from '../../../../pipeline/evaluate/measure-leakage.ts'
import type { LossDifference, LossLeakage } from '../../../../steps/evaluate/loss-leakage.ts'
import type { Flags } from '../../options.ts'
import { benchOption, reportBadRows } from './bench-option.ts'

/** `conceptloom evaluate leakage`: what a dataset and a bench have in common, and what a model's losses say. */
export function leakageCommand(): Command {
  const command = new Command('leakage')
    .description(
      'n-gram and near-duplicate contamination of a dataset, per set of the bench; and the loss-based test',
    )
    .option('--dataset <path...>', 'dataset folders or JSON lines files')
    .addOption(benchOption())
    .option(
      '--loss-test <file>',
      "losses of the model on the test sets' problems, written anew by another model",
    )
    .option('--loss-reference <file>', 'its losses on fresh problems in the image of the test sets')
    .option('--loss-train <file>', "its losses on the benches' training problems, written anew likewise")
    .option('--out <file>', 'write the report as JSON')
    .option('--json', 'print the report as JSON')
  command.action((flags) => leakageAction(flags as Flags))
  return command as unknown as Command
}

async function leakageAction(flags: Flags): Promise<void> {
  const [{ measureLeakage }, { readBench }] = await Promise.all([
    import('../../../../pipeline/evaluate/measure-leakage.ts'),
    import('../../../../steps/evaluate/load/read-bench.ts'),
  ])
  const dataset = flags['dataset'] as string[] | undefined
  const losses = await lossesOf(flags)
  if (dataset === undefined && losses === undefined)
    throw new UsageError('nothing to look at: name a dataset with --dataset, or losses with --loss-test')
  const bench = readBench(String(flags['bench']))
  const items = bench.sets.flatMap((set) => set.items)
  const overlap = dataset === undefined ? undefined : await measureLeakage(dataset, items)
  const report = {
    ...(overlap === undefined ? {} : { overlap }),
    ...(losses === undefined ? {} : { losses }),
  }
  const out = flags['out'] as string | undefined
  if (out !== undefined) writeFileSync(out, `${JSON.stringify(report, null, 2)}\n`)
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify(report)}\n`)
  else {
    if (overlap !== undefined) process.stdout.write(overlapText(overlap))
    if (losses !== undefined) process.stdout.write(lossText(losses))
  }
  reportBadRows(bench)
  for (const { place, reason } of overlap?.bad ?? [])
    process.stderr.write(`${place.file}:${place.line}: ${reason}\n`)
  if ((overlap?.bad.length ?? 0) > 0) process.exitCode = 5
}

async function lossesOf(flags: Flags): Promise<LossLeakage | undefined> {
  const { lossTest, lossReference, lossTrain } = flags as Readonly<Record<string, string | undefined>>
  if (lossTest === undefined) {
    if (lossReference === undefined && lossTrain === undefined) return undefined
    throw new UsageError('losses: no --loss-test; the test compares the test sets with the others')
  }
  const [{ lossLeakage }, { readLosses }] = await Promise.all([
    import('../../../../steps/evaluate/loss-leakage.ts'),
    import('../../../../pipeline/evaluate/read-losses.ts'),
  ])
  return lossLeakage({
    test: await readLosses(lossTest),
    ...(lossReference === undefined ? {} : { reference: await readLosses(lossReference) }),
    ...(lossTrain === undefined ? {} : { train: await readLosses(lossTrain) }),
  })
}

const columns = [
  'items',
  '10 words',
  '20 words',
  '30 words',
  'equal',
  'whole',
  '30-gram',
  'twins',
  'near',
] as const

function overlapText({ sets, rows, blocked, twins }: LeakageReport): string {
  const header = `${'set'.padEnd(20)}${columns.map((name) => name.padStart(10)).join('')}`
  const share = (count: number): string => `${count} (${((100 * count) / rows).toFixed(2)} %)`
  return [
    `${rows} rows: ${share(blocked)} blocked by decontamination, ${share(twins)} twins of an item with other numbers, names or things`,
    'rows of the dataset that match each set: plain runs of words, then the first rule of decontamination that holds',
    header,
    ...sets.map(setLine),
    '',
  ].join('\n')
}

function setLine({ set, items, overlaps, rules }: SetLeakage): string {
  const cells = [
    items,
    ...overlaps.map(({ rows }) => rows),
    rules.canonical_equality.rows,
    rules.whole_text.rows,
    rules.ngram_30.rows,
    rules.template_twin.rows,
    rules.near_duplicate.rows,
  ]
  return `${set.padEnd(20)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
}

const verdicts: Readonly<Record<LossLeakage['verdict'], string>> = {
  leaked:
    'the test sets are likelier to the model than fresh problems of their kind: they were probably trained on',
  'not-seen':
    'the test sets are no likelier than fresh problems, and the training sets are: no sign of leakage',
  undecided: 'the losses do not decide',
}

function lossText({ test, delta1, delta2, verdict }: LossLeakage): string {
  const difference = (name: string, delta: LossDifference | undefined): string =>
    delta === undefined
      ? `${name}: not given`
      : `${name}: ${delta.estimate.toFixed(4)} nats per token (95 %: ${delta.low.toFixed(4)} to ${delta.high.toFixed(4)})`
  return [
    `loss on the test sets: ${test.mean.toFixed(4)} nats per token over ${test.texts} texts`,
    difference('delta1, test - reference', delta1),
    difference('delta2, test - train', delta2),
    verdicts[verdict],
    '',
  ].join('\n')
}
