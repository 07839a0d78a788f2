import { Command } from '@commander-js/extra-typings'
import { augmentCommand } from './commands/augment.ts'
import { configCommand } from './commands/config.ts'
import { curateCommand } from './commands/curate.ts'
import { datasetCommand } from './commands/dataset.ts'
import { decontaminateCommand } from './commands/decontaminate.ts'
import { dedupeCommand } from './commands/dedupe.ts'
import { doctorCommand } from './commands/doctor.ts'
import { evaluateCommand } from './commands/evaluate.ts'
import { explainCommand } from './commands/explain.ts'
import { extractCommand } from './commands/extract.ts'
import { generateCommand } from './commands/generate.ts'
import { gradeCommand } from './commands/grade.ts'
import { graphCommand } from './commands/graph.ts'
import { initCommand } from './commands/init.ts'
import { mcpCommand } from './commands/mcp.ts'
import { neo4jCommand } from './commands/neo4j.ts'
import { runCommand } from './commands/run.ts'
import { seedsCommand } from './commands/seeds.ts'
import { serveCommand } from './commands/serve.ts'
import { verifyCommand } from './commands/verify.ts'
import { walkCommand } from './commands/walk.ts'
import { passExits } from './pass-exits.ts'

/** The whole command line. Each command imports what it runs only when it runs. */
export function createProgram(): Command {
  const program = new Command('conceptloom')
    .description('Weave seed maths problems into new, verified, traceable question-answer pairs.')
    .version('0.1.0')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
  const commands = [
    runCommand(),
    seedsCommand(),
    extractCommand(),
    graphCommand(),
    walkCommand(),
    generateCommand(),
    augmentCommand(),
    verifyCommand(),
    curateCommand(),
    gradeCommand(),
    datasetCommand(),
    decontaminateCommand(),
    dedupeCommand(),
    evaluateCommand(),
    explainCommand(),
    serveCommand(),
    mcpCommand(),
    neo4jCommand(),
    doctorCommand(),
    initCommand(),
    configCommand(),
  ]
  for (const command of commands) program.addCommand(passExits(command))
  return program
}
