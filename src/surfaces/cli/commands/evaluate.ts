import { Command } from '@commander-js/extra-typings'
import { compareCommand } from './evaluate/compare.ts'
import { diagnoseCommand } from './evaluate/diagnose.ts'
import { distractorsCommand } from './evaluate/distractors.ts'
import { leakageCommand } from './evaluate/leakage.ts'
import { reportCommand } from './evaluate/report.ts'
import { runCommand } from './evaluate/run.ts'
import { scalingCommand } from './evaluate/scaling.ts'
import { scoreCommand } from './evaluate/score.ts'
import { setsCommand } from './evaluate/sets.ts'
import { statisticsCommand } from './evaluate/statistics.ts'

/** `conceptloom evaluate …`: models measured on benchmarks. Each subcommand has a file of its own in `evaluate/`. */
export function evaluateCommand(): Command {
  const group = new Command('evaluate').description('measure models on MwpBench')
  const commands = [
    setsCommand(),
    runCommand(),
    scoreCommand(),
    statisticsCommand(),
    compareCommand(),
    scalingCommand(),
    distractorsCommand(),
    diagnoseCommand(),
    leakageCommand(),
    reportCommand(),
  ]
  for (const command of commands) group.addCommand(command)
  return group as unknown as Command
}
