import { Command } from '@commander-js/extra-typings'
import type { BenchCounts, SetCounts } from '../../../../steps/evaluate/load/compare-counts.ts'
import type { Flags } from '../../options.ts'
import { benchOption, reportBadRows } from './bench-option.ts'

/** `conceptloom evaluate sets`: what the copies named by a bench file hold, beside what is published. */
export function setsCommand(): Command {
  const command = new Command('sets')
    .description('read the sets of a bench file and compare their sizes with the published ones')
    .addOption(benchOption())
    .option('--json', 'print the result as JSON')
  command.action((flags) => setsAction(flags as Flags))
  return command as unknown as Command
}

async function setsAction(flags: Flags): Promise<void> {
  const [{ readBench }, { compareCounts }] = await Promise.all([
    import('../../../../steps/evaluate/load/read-bench.ts'),
    import('../../../../steps/evaluate/load/compare-counts.ts'),
  ])
  const bench = readBench(String(flags['bench']))
  const counts = compareCounts(bench)
  process.stdout.write(flags['json'] === true ? `${JSON.stringify(counts)}\n` : countsText(counts))
  reportBadRows(bench)
}

function countsText({ sets, absent, items }: BenchCounts): string {
  return [
    `${'set'.padEnd(22)}${'items'.padStart(7)}${'paper'.padStart(7)}${'difference'.padStart(12)}  licence`,
    ...sets.flatMap(setLines),
    `${'all'.padEnd(22)}${String(items).padStart(7)}`,
    ...(absent.length === 0 ? [] : [`absent: ${absent.join(', ')}`]),
    '',
  ].join('\n')
}

function setLines(counts: SetCounts): readonly string[] {
  const {
    title,
    items,
    published,
    difference,
    explanation,
    excluded,
    bad,
    repeated,
    unpublishable,
    licenses,
  } = counts
  const signed = difference === 0 ? 'none' : `${difference > 0 ? '+' : ''}${difference}`
  const left = Object.entries(excluded).map(([reason, number]) => `${number} left out: ${reason}`)
  return [
    `${title.padEnd(22)}${String(items).padStart(7)}${String(published).padStart(7)}${signed.padStart(12)}  ${licenceText(licenses)}`,
    ...[
      ...left,
      ...(bad === 0 ? [] : [`${bad} bad rows`]),
      ...(repeated === 0 ? [] : [`${repeated} questions again`]),
      ...(unpublishable === 0
        ? []
        : [`${unpublishable} answers at which the published program stops and leaves the set out`]),
      ...(explanation === undefined ? [] : [explanation]),
    ].map((line) => `    ${line}`),
  ]
}

function licenceText(licenses: Readonly<Record<string, number>>): string {
  const entries = Object.entries(licenses)
  return entries.length === 1
    ? String(entries[0]?.[0])
    : entries.map(([license, number]) => `${license} (${number})`).join(', ')
}
