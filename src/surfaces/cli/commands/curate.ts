import { Argument, Command, Option } from '@commander-js/extra-typings'
import type { InputPlace } from '../../../core/errors.ts'
import type { ProtectedProblems } from '../../../pipeline/protected-problems.ts'
import type { Flags } from '../options.ts'
import { duplicateOptions, rulesOf } from './dedupe.ts'

const help = `
Rows are read and checked, those that are protected problems of --against\nor twins of them (see decontaminate) are kept out, of near duplicates the best is kept (see
dedupe --help), and the folder gets kept.jsonl and review.jsonl (rows as they came), dropped.jsonl (each other row and why) and
manifest.json. Killed at any point, the same command goes on and writes the same bytes.`

/** `conceptloom curate`: the whole pass over files of rows. */
export function curateCommand(): Command {
  const command = new Command('curate')
    .description('check, decontaminate and deduplicate rows in one pass')
    .addArgument(new Argument('<files...>', 'JSON lines'))
    .addOption(new Option('--out <folder>', 'folder for the result').makeOptionMandatory())
    .option('--against <paths...>', 'files or folders of protected problems, in any seed format')
    .option('--allow-twins', 'keep twins and near duplicates of protected problems')
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
  const { references, badRows } = await protectedProblems(flags['against'])
  for (const { place, reason } of badRows) complain(place, reason)
  const bar = createProgressBar(process.stderr)
  const out = flags['out'] as string
  const counts = await curateFiles({
    files,
    references,
    allowTwins: flags['allowTwins'] === true,
    out,
    ...rulesOf(flags),
    workers: flags['workers'] as number,
    progress: (stage, done, total) => bar.show(stage, done, total),
    reportBad: complain,
  })
  bar.end()
  const blocked = Object.values(counts.blocked).reduce((sum, count) => sum + count, 0)
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ out, ...counts })}\n`
      : `${counts.rows} rows: ${counts.kept} kept in ${out}, ${counts.nearDuplicates} near duplicates, ${blocked} blocked, ${counts.review} to review, ${counts.bad} bad\n`,
  )
  if (counts.bad + badRows.length > 0) process.exitCode = 5
}

async function protectedProblems(against: unknown): Promise<ProtectedProblems> {
  if (!Array.isArray(against)) return { references: [], badRows: [] }
  const { loadProtectedProblems } = await import('../../../pipeline/protected-problems.ts')
  return loadProtectedProblems(against as string[])
}

function complain({ file, line }: InputPlace, reason: string): void {
  process.stderr.write(`${file}:${line}: ${reason}\n`)
}
