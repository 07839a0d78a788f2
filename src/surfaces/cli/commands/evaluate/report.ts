import { readFileSync } from 'node:fs'
import { Argument, Command, Option } from '@commander-js/extra-typings'
import { configOf, wholeNumber, type Flags } from '../../options.ts'
import { benchOption, reportBadRows } from './bench-option.ts'

/** `conceptloom evaluate report`: one page and one JSON file from one or more evaluations. */
export function reportCommand(): Command {
  const command = new Command('report')
    .description('one self-contained HTML page and JSON: tables, plots, errors, concepts, provenance')
    .addArgument(
      new Argument(
        '<scores...>',
        'folders of `evaluate run` or `evaluate score`; the first is compared with',
      ),
    )
    .addOption(benchOption())
    .requiredOption('--out <folder>', 'folder for report.html and report.json')
    .option('--scaling <file>', 'accuracy against training size, JSON or CSV as `evaluate scaling` reads it')
    .addOption(new Option('--extractor <name>', 'what labels the items').choices(['taxonomy', 'replay']))
    .option('--labels <file>', 'recorded labels for the replay extractor')
    .option('--alignment <file>', 'reviewed alignment of recorded names to the taxonomy')
    .addOption(new Option('--resamples <n>', 'of the bootstrap').argParser(wholeNumber(100)).default(2000))
    .option('--config <file>', 'configuration file (YAML)')
    .option('--json', 'print the report as JSON too')
  command.action((...input: readonly unknown[]) => reportAction(input[0] as string[], input[1] as Flags))
  return command as unknown as Command
}

async function reportAction(folders: readonly string[], flags: Flags): Promise<void> {
  const [
    { buildReport },
    { writeReport },
    { readBench },
    { readScalingPoints },
    { openExtractor },
    { checkTarget },
  ] = await Promise.all([
    import('../../../../pipeline/evaluate/build-report.ts'),
    import('../../../../pipeline/evaluate/write-report.ts'),
    import('../../../../steps/evaluate/load/read-bench.ts'),
    import('../../../../pipeline/evaluate/read-scaling-points.ts'),
    import('../../../../wire.ts'),
    import('../../../../steps/export/staged-folder.ts'),
  ])
  const out = String(flags['out'])
  checkTarget(out, 'report')
  const bench = readBench(String(flags['bench']))
  const scaling = flags['scaling'] as string | undefined
  const report = await buildReport({
    folders,
    bench,
    extractor: await openExtractor(configOf(flags).config),
    version: toolVersion(),
    ...(scaling === undefined ? {} : { points: readScalingPoints(scaling) }),
    resamples: flags['resamples'] as number,
    progress: (model) => void process.stderr.write(`${model}\n`),
  })
  writeReport(out, report)
  process.stdout.write(flags['json'] === true ? `${JSON.stringify(report)}\n` : `${out}/report.html\n`)
  reportBadRows(bench)
}

function toolVersion(): string {
  const file = new URL('../../../../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
}
