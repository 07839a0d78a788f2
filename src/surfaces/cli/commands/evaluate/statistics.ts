import { Argument, Command } from '@commander-js/extra-typings'
import { UsageError } from '../../../../core/errors.ts'
import type { GroupScore } from '../../../../steps/evaluate/group-scores.ts'
import type { ItemScore } from '../../../../steps/evaluate/item-scores.ts'
import { publishedSets } from '../../../../steps/evaluate/load/published-sets.ts'
import type { SampleMetrics } from '../../../../steps/evaluate/sample-metrics.ts'
import type { ScoreSummary } from '../../../../steps/evaluate/summarise-scores.ts'
import type { Flags } from '../../options.ts'
import { intervalText, textTable } from '../../text-table.ts'
import { ruleOf, statisticsOf, statisticsOptions } from './statistics-options.ts'

const help = `
Averages as MwpBench has them: MATH and CollegeMath are pooled over their subjects, micro is over items, macro the mean of the ten sets,
Fresh-GaokaoMath-2023 stands beside them. Accuracy is the share right of all samples. Intervals hold 95 %, items resampled with all
their samples. With --bench, accuracy by number of solution steps, and Xwin-Math's law accuracy = (accuracy of one step)^steps.`

/** `conceptloom evaluate statistics`: averages, pass@k and groups of one model's scores. */
export function statisticsCommand(): Command {
  const command = new Command('statistics')
    .description('averages with intervals, pass@k, majority@k; by level, subject and solution steps')
    .addArgument(new Argument('<scores>', 'folder with scores.jsonl, or such a file'))
    .option('--bench <file>', 'bench file (YAML), for the gold solutions')
    .addHelpText('after', help)
  for (const option of statisticsOptions()) command.addOption(option)
  command.option('--json', 'print the statistics as JSON')
  command.action((...input: readonly unknown[]) => statisticsAction(String(input[0]), input[1] as Flags))
  return command as unknown as Command
}

async function statisticsAction(path: string, flags: Flags): Promise<void> {
  const [{ summariseScores }, { gatherItems }, { readScores }] = await Promise.all([
    import('../../../../steps/evaluate/summarise-scores.ts'),
    import('../../../../steps/evaluate/item-scores.ts'),
    import('../../../../steps/evaluate/read-scores.ts'),
  ])
  const rule = ruleOf(flags)
  const items = await gatherItems(readScores(path), rule)
  if (items.length === 0) throw new UsageError(`no scores: ${path}; write them with evaluate score or run`)
  const bench = flags['bench'] as string | undefined
  const stepsOf = bench === undefined ? undefined : await goldSteps(bench)
  const summary = summariseScores(items, {
    ...statisticsOf(flags),
    ...(stepsOf === undefined ? {} : { stepsOf }),
  })
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ scores: path, rule, ...summary })}\n`
      : `${summaryLines(summary).join('\n')}\n`,
  )
}

async function goldSteps(file: string): Promise<(item: ItemScore) => number | undefined> {
  const [{ readBench }, { countSteps }] = await Promise.all([
    import('../../../../steps/evaluate/load/read-bench.ts'),
    import('../../../../foundations/answers/count-steps.ts'),
  ])
  const steps = new Map(
    readBench(file).sets.flatMap(({ items }) =>
      items.flatMap(({ id, solution }) =>
        solution === undefined ? [] : [[id, countSteps(solution)] as const],
      ),
    ),
  )
  return ({ itemId }) => steps.get(itemId)
}

function summaryLines(summary: ScoreSummary): readonly string[] {
  const { averages, intervals, samples, levels, subjects, steps, stepLaw } = summary
  const { micro, macro, missing, cap } = averages
  const measured = averages.sets.map(({ set, items }, place): readonly string[] => {
    const accuracy = intervals.sets[place]?.accuracy
    return [publishedSets[set].title, String(items), accuracy === undefined ? '' : intervalText(accuracy)]
  })
  const average = (
    name: string,
    of: string,
    interval: ScoreSummary['intervals']['micro'],
  ): readonly string[][] => (interval === undefined ? [] : [[name, of, intervalText(interval)]])
  return [
    ...textTable([
      ['set', 'n', 'accuracy % [95 %]'],
      ...measured,
      ...average('micro average', String(micro?.items), intervals.micro),
      ...average('macro average', `${macro?.sets} sets`, intervals.macro),
    ]),
    ...(cap === undefined ? [] : [`at most ${cap} items of each set or subject`]),
    ...(missing.length === 0
      ? []
      : [
          `not the averages of the paper, for lack of: ${missing.map((set) => publishedSets[set].title).join(', ')}`,
        ]),
    ...(samples === undefined ? [] : sampleLines(samples)),
    ...groupLines('level', levels),
    ...groupLines('subject', subjects),
    ...groupLines('solution steps', steps),
    ...(stepLaw === undefined
      ? []
      : [
          `accuracy of one step ${intervalText(stepLaw.perStep)}, root mean square off the law ${(stepLaw.rootMeanSquare * 100).toFixed(1)} points`,
        ]),
  ]
}

function sampleLines({
  items,
  samples,
  passRatio,
  firstAnswer,
  anyAnswer,
  gap,
  atK,
}: SampleMetrics): readonly string[] {
  return [
    '',
    `${items} items, at least ${samples} samples each`,
    `PassRatio@N  ${intervalText(passRatio)}`,
    `first answer ${intervalText(firstAnswer)}, any of N ${intervalText(anyAnswer)}, gap ${intervalText(gap)}`,
    ...textTable([
      ['k', 'pass@k', 'majority@k', 'best by agreement'],
      ...atK.map(({ k, pass, majority, bestByAgreement }) => [
        String(k),
        intervalText(pass),
        intervalText(majority),
        intervalText(bestByAgreement),
      ]),
    ]),
  ]
}

function groupLines(name: string, groups: readonly GroupScore[]): readonly string[] {
  if (groups.length === 0) return []
  return [
    '',
    ...textTable([
      [name, 'n', 'accuracy % [95 %]'],
      ...groups.map(({ group, items, accuracy }) => [group, String(items), intervalText(accuracy)]),
    ]),
  ]
}
