import { basename } from 'node:path'
import { Argument, Command, Option } from '@commander-js/extra-typings'
import { UsageError } from '../../../../core/errors.ts'
import { uniformForms, type UniformForm } from '../../../../pipeline/evaluate/uniform-line.ts'
import { wholeNumber, type Flags } from '../../options.ts'
import { readSize } from '../../read-size.ts'

const help = `
As: dataset mix real.jsonl=0.3 out/synthetic=0.7 --size 25k --out mixes/30. Shares need not sum to 1. From each file the rows of lowest
seeded hash are taken, so with one --seed a larger share holds the rows of every smaller one. Rows are copied as they are; with --as
question and solution of any format we read (ours, GSM8K, MATH, Alpaca, chat) are written alike, each ending "The answer is X."`

/** `conceptloom dataset mix`: rows of several sets by share. */
export function mixCommand(): Command {
  const command = new Command('mix')
    .description('rows of several sets by share, as real beside synthetic ones')
    .addArgument(new Argument('<parts...>', 'ROWS=SHARE, rows as JSON lines or a dataset folder'))
    .addOption(new Option('--out <folder>', 'folder for the mixture').makeOptionMandatory())
    .addOption(
      new Option('--size <n>', 'rows in all; as many as the shares allow by default').argParser(readSize),
    )
    .addOption(new Option('--seed <n>', 'seed of the choice').argParser(wholeNumber(0)).default(0))
    .addOption(new Option('--as <form>', 'write all rows in one form').choices(uniformForms))
    .option('--json', 'print the parts as JSON')
    .addHelpText('after', help)
  command.action((...input: readonly unknown[]) =>
    mixAction(input[0] as readonly string[], input[1] as Flags),
  )
  return command as unknown as Command
}

async function mixAction(inputs: readonly string[], flags: Flags): Promise<void> {
  const [{ writeMixture }, { rowsFileOf }] = await Promise.all([
    import('../../../../pipeline/evaluate/write-mixture.ts'),
    import('../../../../pipeline/evaluate/row-lines.ts'),
  ])
  const size = flags['size'] as number | undefined
  const as = flags['as'] as UniformForm | undefined
  const folder = String(flags['out'])
  const parts = await writeMixture({
    parts: inputs.map((input) => {
      const at = input.lastIndexOf('=')
      const share = Number(input.slice(at + 1))
      if (at < 1 || !(share > 0) || !Number.isFinite(share))
        throw new UsageError(`no share: ${input}; write ROWS=SHARE with a share above 0`)
      const path = input.slice(0, at)
      return { name: basename(path), file: rowsFileOf(path), share }
    }),
    folder,
    seed: flags['seed'] as number,
    ...(size === undefined ? {} : { size }),
    ...(as === undefined ? {} : { as }),
  })
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify({ folder, parts })}\n`)
  else
    for (const { name, share, rows, available } of parts)
      process.stdout.write(`${(share * 100).toFixed(1)} %  ${rows} of ${available} rows of ${name}\n`)
}
