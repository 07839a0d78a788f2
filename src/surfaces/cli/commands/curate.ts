import { Argument, Command, Option } from '@commander-js/extra-typings'
import type { Flags } from '../options.ts'
import { duplicateOptions, rulesOf } from './dedupe.ts'

const help = `
Rows are read and checked, those that overlap with the questions of --against are kept out, of near duplicates the best is kept (see
dedupe --help), and the folder gets kept.jsonl and review.jsonl (rows as they came), dropped.jsonl (each other row and why) and
manifest.json. Killed at any point, the same command goes on and writes the same bytes.`

/** `conceptloom curate`: the whole pass over files of rows. */
export function curateCommand(): Command {
  const command = new Command('curate')
    .description('check, decontaminate and deduplicate rows in one pass')
    .addArgument(new Argument('<files...>', 'JSON lines'))
    .addOption(new Option('--out <folder>', 'folder for the result').makeOptionMandatory())
    .addOption(new Option('--against <files...>', 'protected questions, such as benchmark tests'))
    .addHelpText('after', help)
  for (const option of duplicateOptions()) command.addOption(option)
  command.option('--json', 'print the counts as JSON')
  command.action((...input: readonly unknown[]) =>
    curateAction(input[0] as readonly string[], input[1] as Flags),
  )
  return command as unknown as Command
}

async function curateAction(files: readonly string[], flags: Flags): Promise<void> {
  const [{ curateFiles }, { createProgressBar }] = await Promise.all([
    import('../../../pipeline/curate/curate-files.ts'),
    import('../show-bar.ts'),
  ])
  const bar = createProgressBar(process.stderr)
  const out = flags['out'] as string
  const counts = await curateFiles({
    files,
    against: (flags['against'] as readonly string[] | undefined) ?? [],
    out,
    ...rulesOf(flags),
    workers: flags['workers'] as number,
    progress: (stage, done, total) => bar.show(stage, done, total),
    reportBad: (place, reason) => void process.stderr.write(`${place.file}:${place.line}: ${reason}\n`),
  })
  bar.end()
  const blocked = Object.values(counts.blocked).reduce((sum, count) => sum + count, 0)
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ out, ...counts })}\n`
      : `${counts.rows} rows: ${counts.kept} kept in ${out}, ${counts.nearDuplicates} near duplicates, ${blocked} blocked, ${counts.review} to review, ${counts.bad} bad\n`,
  )
  if (counts.bad > 0) process.exitCode = 5
}
