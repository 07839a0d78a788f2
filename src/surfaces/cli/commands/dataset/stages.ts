import { Argument, Command, Option } from '@commander-js/extra-typings'
import { wholeNumber, type Flags } from '../../options.ts'

const help = `
Skywork-Math (§3) trains on stage-1.jsonl first and goes on with stage-2.jsonl. Both files together, shuffled, are the control: every row
stands in one file. Its §3.2 calls levels 4 and 5 hard, its analysis 3 to 5.`

/** `conceptloom dataset stages`: easy rows, then hard ones. */
export function stagesCommand(): Command {
  const command = new Command('stages')
    .description('two files to train on one after the other: easy rows, then hard ones')
    .addArgument(new Argument('<rows...>', 'JSON lines with difficulty or level, or a dataset folder'))
    .addOption(new Option('--out <folder>', 'folder for the stages').makeOptionMandatory())
    .addOption(
      new Option('--hard-from <n>', 'least difficulty of a hard row').argParser(wholeNumber(1)).default(4),
    )
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', help)
  command.action((...input: readonly unknown[]) =>
    stagesAction(input[0] as readonly string[], input[1] as Flags),
  )
  return command as unknown as Command
}

async function stagesAction(inputs: readonly string[], flags: Flags): Promise<void> {
  const [{ writeCurriculum }, { rowsFileOf }] = await Promise.all([
    import('../../../../pipeline/evaluate/write-curriculum.ts'),
    import('../../../../pipeline/evaluate/row-lines.ts'),
  ])
  const folder = String(flags['out'])
  const { easy, hard, unknown } = await writeCurriculum({
    files: inputs.map(rowsFileOf),
    folder,
    hardFrom: flags['hardFrom'] as number,
  })
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ folder, easy, hard, unknown })}\n`
      : `${easy} easy rows in ${folder}/stage-1.jsonl, ${hard} hard ones in ${folder}/stage-2.jsonl\n`,
  )
  if (unknown > 0) {
    process.stderr.write(`${unknown} rows left out: their level is no number\n`)
    process.exitCode = 5
  }
}
