import { Argument, Command } from '@commander-js/extra-typings'
import { MalformedInputError } from '../../../../core/errors.ts'
import type { ModelComparison, PairedScores } from '../../../../steps/evaluate/compare-models.ts'
import { publishedSets } from '../../../../steps/evaluate/load/published-sets.ts'
import type { Flags } from '../../options.ts'
import { intervalText, percentText, pText, textTable } from '../../text-table.ts'
import { ruleOf, statisticsOf, statisticsOptions } from './statistics-options.ts'

const help = `
Items are matched by id; those that only one model has are counted and left out. The difference is second - first in points, its 95 %
interval by resampling items with all their samples. McNemar's exact test looks at the first sample of each: b is what only the first
model has right, c what only the second has. "Holm" is its p-value adjusted over the sets. Micro is over items, macro over sets.`

/** `conceptloom evaluate compare`: two models on the same items. */
export function compareCommand(): Command {
  const command = new Command('compare')
    .description('compare two models item by item: difference with interval, McNemar')
    .addArgument(new Argument('<first>', 'folder with scores.jsonl, or such a file'))
    .addArgument(new Argument('<second>', 'the same of the other model'))
    .addHelpText('after', help)
  for (const option of statisticsOptions()) command.addOption(option)
  command.option('--json', 'print the comparison as JSON')
  command.action((...input: readonly unknown[]) =>
    compareAction([String(input[0]), String(input[1])], input[2] as Flags),
  )
  return command as unknown as Command
}

async function compareAction([first, second]: readonly [string, string], flags: Flags): Promise<void> {
  const [{ compareModels }, { gatherItems }, { readScores }] = await Promise.all([
    import('../../../../steps/evaluate/compare-models.ts'),
    import('../../../../steps/evaluate/item-scores.ts'),
    import('../../../../steps/evaluate/read-scores.ts'),
  ])
  const rule = ruleOf(flags)
  const items = await gatherItems(readScores(first), rule)
  const comparison = compareModels(items, await gatherItems(readScores(second), rule), statisticsOf(flags))
  if (comparison.matched === 0)
    throw new MalformedInputError(`no item in common: ${first} and ${second}; score both on the same bench`)
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ first, second, rule, ...comparison })}\n`
      : comparisonText(comparison, [first, second]),
  )
}

function comparisonText(comparison: ModelComparison, [first, second]: readonly [string, string]): string {
  const { matched, onlyFirst, onlySecond, sets, micro, macro } = comparison
  const row = (name: string, scores: PairedScores, adjusted: string): readonly string[] => [
    name,
    String(scores.items),
    percentText(scores.first),
    percentText(scores.second),
    intervalText(scores.difference),
    String(scores.mcnemar.onlyFirst),
    String(scores.mcnemar.onlySecond),
    pText(scores.mcnemar.exactP),
    adjusted,
  ]
  return [
    `first   ${first}`,
    `second  ${second}`,
    `${matched} items of both, ${onlyFirst} only of the first, ${onlySecond} only of the second`,
    '',
    ...textTable([
      ['set', 'n', 'first %', 'second %', 'difference [95 %]', 'b', 'c', 'p', 'Holm'],
      ...sets.map((set) => row(publishedSets[set.set].title, set, pText(set.adjustedP))),
      ...(micro === undefined ? [] : [row('micro average', micro, '')]),
      ...(macro === undefined
        ? []
        : [
            [
              'macro average',
              `${macro.sets} sets`,
              percentText(macro.first),
              percentText(macro.second),
              intervalText(macro.difference),
              '',
              '',
              '',
              '',
            ],
          ]),
    ]),
    '',
  ].join('\n')
}
