import { Argument, Command, Option } from '@commander-js/extra-typings'
import { UsageError } from '../../../../core/errors.ts'
import type { SubsetOrder } from '../../../../pipeline/evaluate/write-subsets.ts'
import { wholeNumber, type Flags } from '../../options.ts'
import { readSize } from '../../read-size.ts'

const help = `
Every row is written once: part-0.jsonl holds the smallest subset, part-1.jsonl what the next one adds, and so on. size-N.txt lists the
files of the subset of N rows; give them to the trainer together, as load_dataset("json", data_files=[…]). Which rows a subset holds
depends on their text and --seed alone. random subsets are uniform samples; balanced ones are each chosen from the one above so that
every knowledge point is there early, which needs rows of our own datasets (--format messages).`

/** `conceptloom dataset subsets`: nested subsets by size. */
export function subsetsCommand(): Command {
  const command = new Command('subsets')
    .description('nested subsets of a dataset by size, every row written once')
    .addArgument(new Argument('<rows...>', 'JSON lines, or a dataset folder'))
    .addOption(new Option('--out <folder>', 'folder for the subsets').makeOptionMandatory())
    .addOption(
      new Option('--sizes <sizes>', 'as 7.5k,15k,2M; 7.5k doubled up to all rows by default').argParser(
        ascendingSizes,
      ),
    )
    .addOption(
      new Option('--order <name>', 'how rows are chosen').choices(['random', 'balanced']).default('random'),
    )
    .addOption(new Option('--seed <n>', 'seed of the choice').argParser(wholeNumber(0)).default(0))
    .option('--json', 'print the subsets as JSON')
    .addHelpText('after', help)
  command.action((...input: readonly unknown[]) =>
    subsetsAction(input[0] as readonly string[], input[1] as Flags),
  )
  return command as unknown as Command
}

function ascendingSizes(text: string): readonly number[] {
  const sizes = text.split(',').map((part) => readSize(part))
  return [...new Set(sizes)].sort((left, right) => left - right)
}

async function subsetsAction(inputs: readonly string[], flags: Flags): Promise<void> {
  const [{ writeSubsets }, { rowsFileOf }] = await Promise.all([
    import('../../../../pipeline/evaluate/write-subsets.ts'),
    import('../../../../pipeline/evaluate/row-lines.ts'),
  ])
  const sizes = flags['sizes'] as readonly number[] | undefined
  if (sizes !== undefined && sizes.length > 250)
    throw new UsageError(`sizes: ${sizes.length}; give at most 250`)
  const folder = String(flags['out'])
  const subsets = await writeSubsets({
    files: inputs.map(rowsFileOf),
    folder,
    order: flags['order'] as SubsetOrder,
    seed: flags['seed'] as number,
    ...(sizes === undefined ? {} : { sizes }),
  })
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify({ folder, subsets })}\n`)
  else
    for (const { size, files } of subsets)
      process.stdout.write(`${size} rows: ${folder}/size-${size}.txt lists ${files.length} files\n`)
}
