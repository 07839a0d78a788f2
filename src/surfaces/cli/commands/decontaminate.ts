import { once } from 'node:events'
import { Argument, Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { wholeNumber, type Flags } from '../options.ts'

/** `conceptloom decontaminate FILE --against F…`: a decision on each row, one line per row in order. */
export function decontaminateCommand(): Command {
  const command = new Command('decontaminate')
    .description('compare problems with protected ones: keep, flag or block, one line per row in order')
    .addArgument(new Argument('<file>', 'JSON lines with a question each, or - for standard input'))
    .requiredOption('--against <path...>', 'files or folders of protected problems, in any seed format')
    .option('--similarity <j>', 'lowest Jaccard similarity of a near duplicate', share)
    .option('--thirteen', 'flag thirteen words in common as well')
    .option('--workers <n>', 'threads; 0 works in the main one', wholeNumber(0), 2)
    .option('--json', 'print the decisions as JSON')
  command.action((file, flags) => decontaminateAction(file, flags as Flags))
  return command as unknown as Command
}

function share(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('give a number above 0, at most 1')
  return value
}

async function decontaminateAction(file: string, flags: Flags): Promise<void> {
  const [{ loadProtectedProblems }, { decontaminateFile }, { indexReferences }] = await Promise.all([
    import('../../../pipeline/protected-problems.ts'),
    import('../../../pipeline/decontaminate-file.ts'),
    import('../../../steps/curate/decontaminate/reference-index.ts'),
  ])
  const { references, badRows } = await loadProtectedProblems(flags['against'] as string[])
  for (const { place, reason } of badRows) complain(place.file, place.line, reason)
  const strict = flags['thirteen'] === true
  const job = {
    index: indexReferences(references, flags['similarity'] as number | undefined, strict),
    strict,
    json: flags['json'] === true,
  }
  const total = { keep: 0, flag: 0, block: 0, bad: 0 }
  let linesBefore = 0
  for await (const { output, lines, counts, errors } of decontaminateFile(
    file,
    job,
    flags['workers'] as number,
  )) {
    if (!process.stdout.write(output)) await once(process.stdout, 'drain')
    for (const { line, reason } of errors) complain(file, linesBefore + line, reason)
    for (const outcome of ['keep', 'flag', 'block', 'bad'] as const) total[outcome] += counts[outcome]
    linesBefore += lines
  }
  const { keep, flag, block, bad } = total
  process.stderr.write(
    `${keep} kept, ${flag} flagged, ${block} blocked, ${bad} bad; against ${references.length} protected problems\n`,
  )
  if (bad + badRows.length > 0) process.exitCode = 5
}

function complain(file: string, line: number, reason: string): void {
  process.stderr.write(`${file === '-' ? 'stdin' : file}:${line}: ${reason}\n`)
}
