import { Command } from '@commander-js/extra-typings'
import { diagnoseCommand } from './evaluate/diagnose.ts'
import { leakageCommand } from './evaluate/leakage.ts'
import { runCommand } from './evaluate/run.ts'
import { scoreCommand } from './evaluate/score.ts'
import { setsCommand } from './evaluate/sets.ts'

/** `conceptloom evaluate …`: models measured on benchmarks. Each subcommand has a file of its own in `evaluate/`. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('measure models on MwpBench')
    .addCommand(setsCommand())
    .addCommand(runCommand())
    .addCommand(scoreCommand())
    .addCommand(diagnoseCommand())
    .addCommand(leakageCommand()) as unknown as Command
}
