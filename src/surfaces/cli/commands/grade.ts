import { Argument, Command } from '@commander-js/extra-typings'
import type { GradedRow } from '../../../pipeline/grade-rows.ts'
import type { Flags } from '../options.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom grade FILE`: whether each predicted answer is the gold one, one line per row in order. */
export function gradeCommand(): Command {
  const command = new Command('grade')
    .description('compare predicted answers with gold ones, one line per row in order')
    .addArgument(new Argument('<file>', 'JSON lines with gold and pred each, or - for standard input'))
    .option('--json', 'print the rows with their grades as JSON')
  command.action((file, flags) => gradeAction(file, flags as Flags))
  return command as unknown as Command
}

async function gradeAction(file: string, flags: Flags): Promise<void> {
  const { gradeRows } = await import('../../../pipeline/grade-rows.ts')
  const counts = { equal: 0, different: 0, undecided: 0 }
  let bad = 0
  for await (const rows of gradeRows(file)) {
    for (const { line, grade, error } of rows) {
      if (error === undefined) counts[grade.outcome]++
      else {
        bad++
        process.stderr.write(`${file === '-' ? 'stdin' : file}:${line}: ${error}\n`)
      }
    }
    if (rows.length > 0) await writeLine(rows.map(flags['json'] === true ? jsonLine : describe).join('\n'))
  }
  process.stderr.write(
    `${counts.equal} equal, ${counts.different} different, ${counts.undecided} undecided, ${bad} bad\n`,
  )
  if (bad > 0) process.exitCode = 5
}

function jsonLine({ row, grade, error }: GradedRow): string {
  return JSON.stringify({
    ...row,
    equal: grade.outcome === 'equal',
    ...grade,
    ...(error === undefined ? {} : { error }),
  })
}

function describe({ grade, error }: GradedRow): string {
  return error === undefined ? `${grade.outcome}  ${grade.method}: ${grade.reason}` : `bad  ${error}`
}
