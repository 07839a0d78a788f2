import { Command, Option } from '@commander-js/extra-typings'
import { UsageError } from '../../../../core/errors.ts'
import { benchSets, type BenchSet } from '../../../../steps/evaluate/bench-item.ts'
import { wholeNumber, type Flags } from '../../options.ts'
import { benchOption, reportBadRows } from './bench-option.ts'

const help = `
with-K.jsonl has every question with K sentences of the procedural engine in it, each about a person who has nothing to do with it; the answer
stays. Evaluate each with --bench FOLDER/bench-K.yaml. The sentences of a smaller K stand in every larger one; provenance.jsonl says what
each was made from. Where a question asks of everyone together, the sentences begin "In another town".`

/** `conceptloom evaluate distractors`: how far a model is led astray by what does not matter. */
export function distractorsCommand(): Command {
  const command = new Command('distractors')
    .description('sets with 0 to 5 irrelevant sentences in each question, answers unchanged')
    .addOption(benchOption())
    .addOption(new Option('--set <name>', 'the set to start from').choices(benchSets).default('gsm8k'))
    .addOption(new Option('--most <n>', 'most sentences').argParser(wholeNumber(1)).default(5))
    .addOption(new Option('--out <folder>', 'folder for the sets').makeOptionMandatory())
    .addOption(new Option('--seed <n>', 'seed of the sentences').argParser(wholeNumber(0)).default(0))
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', help)
  command.action((flags) => distractorsAction(flags as Flags))
  return command as unknown as Command
}

async function distractorsAction(flags: Flags): Promise<void> {
  const [{ readBench }, { writeDistractors }] = await Promise.all([
    import('../../../../steps/evaluate/load/read-bench.ts'),
    import('../../../../pipeline/evaluate/write-distractors.ts'),
  ])
  const bench = readBench(String(flags['bench']))
  const set = flags['set'] as BenchSet
  const items = (bench.sets.find((one) => one.set === set)?.items ?? []).filter(
    ({ language }) => language === 'en',
  )
  if (items.length === 0)
    throw new UsageError(`no English items of ${set}; name a copy under sets.${set} in the bench file`)
  const most = flags['most'] as number
  if (most > 20) throw new UsageError(`--most: ${most}; give at most 20`)
  const folder = String(flags['out'])
  const counts = writeDistractors({ items, set, folder, most, seed: flags['seed'] as number })
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ folder, set, most, ...counts })}\n`
      : `${counts.items} items of ${set} with 0 to ${most} distractors in ${folder}, ${counts.leftOut} left out\n`,
  )
  reportBadRows(bench)
}
