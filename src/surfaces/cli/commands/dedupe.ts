import { Argument, Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { wholeNumber, type Flags } from '../options.ts'
import { writeText } from '../write-line.ts'

const keepingRule = `
Near duplicates are questions whose word 3-grams have a Jaccard index of at least --threshold; case and spaces do not count, and what
a word is follows whichever usual reading finds the two closest (letters and digits, also by white space, or with every sign as a
token). Scripts without spaces are compared by characters. Candidates come from MinHash and banded LSH; each is compared exactly.

Of a cluster the row of the highest rung is kept, among equals the one with the longest solution, then the first. With --linkage
connected a cluster is all rows that near-duplicate pairs join; with star every dropped row is itself near the kept one.

--json prints {id, cluster, keep, similarity} for every line, in order. cluster is the line number of the kept row; similarity is null
for a row alone. Rows of one question with different answers have "review": "answer-conflict". Bad rows have "error"; exit code 5.`

/** A share between 0 and 1. */
function shareOf(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value > 0) || value > 1)
    throw new InvalidArgumentError('give a number above 0 and at most 1')
  return value
}

/** The flags of what counts as a duplicate and which rows stay. */
export function duplicateOptions(): readonly Option[] {
  return [
    new Option('--threshold <share>', 'least Jaccard index of near duplicates')
      .argParser(shareOf)
      .default(0.8),
    new Option('--linkage <name>', 'what a cluster is').choices(['connected', 'star']).default('connected'),
    new Option('--solutions-per-question <n>', 'rows kept of one question, with different solutions')
      .argParser(wholeNumber(1))
      .default(1),
    new Option('--question-field <name>', 'the field that holds the question, where it has another name'),
    new Option('--workers <n>', 'threads; 0 works in the main one').argParser(wholeNumber(0)).default(2),
  ]
}

/** `conceptloom dedupe`: which rows of a file are near duplicates of others. */
export function dedupeCommand(): Command {
  const command = new Command('dedupe')
    .description('near-duplicate questions of a file, one line per row in order')
    .addArgument(new Argument('<file>', 'JSON lines, or - for standard input'))
    .addHelpText('after', keepingRule)
  for (const option of duplicateOptions()) command.addOption(option)
  command.option('--json', 'print one JSON line per row instead of a summary')
  command.action((...input: readonly unknown[]) => dedupeAction(String(input[0]), input[1] as Flags))
  return command as unknown as Command
}

async function dedupeAction(file: string, flags: Flags): Promise<void> {
  const [{ dedupeFile }, { createProgressBar }] = await Promise.all([
    import('../../../pipeline/curate/dedupe-file.ts'),
    import('../show-bar.ts'),
  ])
  const bar = createProgressBar(process.stderr)
  const json = flags['json'] === true
  const summary = await dedupeFile({
    file,
    ...rulesOf(flags),
    workers: flags['workers'] as number,
    progress: (stage, done, total) => bar.show(stage, done, total),
    write: (lines) => (json ? writeText(lines) : Promise.resolve()),
    reportBad: (place, reason) => void process.stderr.write(`${place.file}:${place.line}: ${reason}\n`),
  })
  bar.end()
  const text = `${summary.rows} rows: ${summary.kept} kept, ${summary.dropped} near duplicates dropped in ${summary.clusters} clusters, ${summary.conflicts} with conflicting answers, ${summary.bad} bad; ${summary.compared} pairs compared\n`
  ;(json ? process.stderr : process.stdout).write(text)
  if (summary.bad > 0) process.exitCode = 5
}

/** The rules that {@link duplicateOptions} stand for. */
export function rulesOf(flags: Flags): {
  readonly threshold: number
  readonly linkage: 'connected' | 'star'
  readonly solutionsPerQuestion: number
  readonly questionField: string | undefined
} {
  return {
    threshold: flags['threshold'] as number,
    linkage: flags['linkage'] as 'connected' | 'star',
    solutionsPerQuestion: flags['solutionsPerQuestion'] as number,
    questionField: flags['questionField'] as string | undefined,
  }
}
