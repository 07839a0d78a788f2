import { Option } from '@commander-js/extra-typings'
import type { BootstrapOptions } from '../../../../foundations/statistics/bootstrap.ts'
import { scoringRules, type ScoringRule } from '../../../../steps/evaluate/item-scores.ts'
import { wholeNumber, type Flags } from '../../options.ts'

/** The flags of commands that compute statistics of scores. */
export function statisticsOptions(): readonly Option[] {
  return [
    new Option('--rule <name>', "whose verdict counts: our checker, or MwpBench's lenient rule")
      .choices(scoringRules)
      .default('ours'),
    new Option(
      '--cap <n>',
      'first so many items of each set or subject; 2000 is what the paper averages',
    ).argParser(wholeNumber(1)),
    ...bootstrapOptions(),
  ]
}

export function bootstrapOptions(): readonly Option[] {
  return [
    new Option('--resamples <n>', 'bootstrap samples behind each interval')
      .argParser(wholeNumber(1))
      .default(2000),
    new Option('--seed <n>', 'seed of the bootstrap').argParser(wholeNumber(0)).default(0),
  ]
}

export function ruleOf(flags: Flags): ScoringRule {
  return flags['rule'] as ScoringRule
}

/** Bootstrap settings, and the cap where one is given. */
export function statisticsOf(flags: Flags): BootstrapOptions & { readonly cap?: number } {
  const cap = flags['cap'] as number | undefined
  return {
    resamples: flags['resamples'] as number,
    seed: flags['seed'] as number,
    ...(cap === undefined ? {} : { cap }),
  }
}
