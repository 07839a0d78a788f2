import { Argument, Command, InvalidArgumentError } from '@commander-js/extra-typings'
import type { DecontaminatedRow } from '../../../pipeline/decontaminate-rows.ts'
import type { Flags } from '../options.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom decontaminate FILE --against F…`: a decision on each row, one line per row in order. */
export function decontaminateCommand(): Command {
  const command = new Command('decontaminate')
    .description('compare problems with protected ones: keep, flag or block, one line per row in order')
    .addArgument(new Argument('<file>', 'JSON lines with a question each, or - for standard input'))
    .requiredOption('--against <path...>', 'files or folders of protected problems, in any seed format')
    .option('--similarity <j>', 'lowest Jaccard similarity of a near duplicate', share)
    .option('--thirteen', 'flag thirteen words in common as well')
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
  const [{ loadProtectedProblems }, { decontaminateRows }, { openDecontaminator }] = await Promise.all([
    import('../../../pipeline/protected-problems.ts'),
    import('../../../pipeline/decontaminate-rows.ts'),
    import('../../../steps/curate/decontaminate/open-decontaminator.ts'),
  ])
  const { references, badRows } = await loadProtectedProblems(flags['against'] as string[])
  for (const { place, reason } of badRows) complain(place.file, place.line, reason)
  const similarity = flags['similarity'] as number | undefined
  const decontaminator = openDecontaminator(references, {
    ...(similarity === undefined ? {} : { similarity }),
    strict: flags['thirteen'] === true,
  })
  const counts: Record<string, number> = {}
  const json = flags['json'] === true
  for await (const rows of decontaminateRows(file, decontaminator)) {
    const lines: string[] = []
    for (const row of rows) {
      const outcome = row.decision ?? 'bad'
      counts[outcome] = (counts[outcome] ?? 0) + 1
      if (row.error !== undefined) complain(file, row.line, row.error)
      lines.push(json ? jsonLine(row) : describe(row))
    }
    if (lines.length > 0) await writeLine(lines.join('\n'))
  }
  const { keep = 0, flag = 0, block = 0, bad = 0 } = counts
  process.stderr.write(
    `${keep} kept, ${flag} flagged, ${block} blocked, ${bad} bad; against ${references.length} protected problems\n`,
  )
  if (bad + badRows.length > 0) process.exitCode = 5
}

function complain(file: string, line: number, reason: string): void {
  process.stderr.write(`${file === '-' ? 'stdin' : file}:${line}: ${reason}\n`)
}

function jsonLine({ id, decision, rule, referenceId, evidence, error }: DecontaminatedRow): string {
  if (decision === 'keep')
    return `{"id":${id === null ? 'null' : JSON.stringify(id)},"decision":"keep","rule":null,"referenceId":null,"evidence":null}`
  const line = { id, decision, rule, referenceId, evidence }
  return JSON.stringify(error === undefined ? line : { ...line, error })
}

function describe({ line, id, decision, rule, referenceId, error }: DecontaminatedRow): string {
  const name = id ?? `line ${line}`
  if (decision === null) return `bad    ${name}: ${error}`
  return decision === 'keep' ? `keep   ${name}` : `${decision.padEnd(5)}  ${name}: ${rule} of ${referenceId}`
}
