import { Command } from '@commander-js/extra-typings'
import { compareCommand } from './evaluate/compare.ts'
import { scoreCommand } from './evaluate/score.ts'
import { distractorsCommand } from './evaluate/distractors.ts'
import { scalingCommand } from './evaluate/scaling.ts'
import { setsCommand } from './evaluate/sets.ts'
import { statisticsCommand } from './evaluate/statistics.ts'

/** `conceptloom evaluate …`: models measured on benchmarks. Each subcommand has a file of its own in `evaluate/`. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('measure models on MwpBench')
    .addCommand(setsCommand())
    .addCommand(scoreCommand())
    .addCommand(statisticsCommand())
    .addCommand(compareCommand())
    .addCommand(scalingCommand())
    .addCommand(distractorsCommand()) as unknown as Command
}
