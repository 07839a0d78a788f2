import { Command, Option } from '@commander-js/extra-typings'
import { benchSets, type BenchSet } from '../../../../steps/evaluate/bench-item.ts'
import type { Flags } from '../../options.ts'
import { benchOption, reportBadRows } from './bench-option.ts'

/** `conceptloom evaluate score`: completions made elsewhere, graded by both rules. */
export function scoreCommand(): Command {
  const command = new Command('score')
    .description('grade completions made elsewhere: ours, lm-eval samples, Xwin, OpenAI or vLLM batch output')
    .addOption(benchOption())
    .requiredOption('--completions <file...>', 'JSON lines of completions, or - for standard input')
    .addOption(new Option('--set <name>', 'the set of lines that name none').choices(benchSets))
    .option('--model <name>', 'name of the model, for the report')
    .option('--out <folder>', 'folder for scores.jsonl and evaluation.json')
    .option('--json', 'print the counts as JSON')
  command.action((flags) => scoreAction(flags as Flags))
  return command as unknown as Command
}

async function scoreAction(flags: Flags): Promise<void> {
  const [{ readBench }, { scoreFiles }, { openEvaluationFolder }, { evaluationText }] = await Promise.all([
    import('../../../../steps/evaluate/load/read-bench.ts'),
    import('../../../../pipeline/evaluate/score-files.ts'),
    import('../../../../pipeline/evaluate/write-evaluation.ts'),
    import('./evaluation-text.ts'),
  ])
  const bench = readBench(String(flags['bench']))
  reportBadRows(bench)
  const folder = openEvaluationFolder(flags['out'] as string | undefined, { completions: false })
  try {
    const { set, model } = flags as { readonly set?: BenchSet; readonly model?: string }
    const evaluation = await scoreFiles({
      bench,
      files: flags['completions'] as readonly string[],
      ...(set === undefined ? {} : { set }),
      ...(model === undefined ? {} : { model }),
      take: (score) => folder.score(score),
      bad: (file, line, reason) => process.stderr.write(`${file}:${line}: ${reason}\n`),
    })
    folder.commit(evaluation)
    process.stdout.write(
      flags['json'] === true ? `${JSON.stringify(evaluation)}\n` : evaluationText(evaluation),
    )
    if (evaluation.badLines > 0) process.exitCode = 5
  } catch (error) {
    folder.discard()
    throw error
  }
}
