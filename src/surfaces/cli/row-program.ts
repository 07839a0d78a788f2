import { Command } from '@commander-js/extra-typings'
import { passExits } from './pass-exits.ts'

/** Commands that work on rows alone and are started often, by name: each is loaded without the others. */
const rowCommands: Readonly<Record<string, () => Promise<Command>>> = {
  decontaminate: async () => (await import('./commands/decontaminate.ts')).decontaminateCommand(),
  dedupe: async () => (await import('./commands/dedupe.ts')).dedupeCommand(),
  grade: async () => (await import('./commands/grade.ts')).gradeCommand(),
}

/** A command line of the one row command that is called, for a short start-up; `undefined` where another command is called. */
export async function createRowProgram(name: string | undefined): Promise<Command | undefined> {
  const load = name !== undefined && Object.hasOwn(rowCommands, name) ? rowCommands[name] : undefined
  if (load === undefined) return undefined
  return new Command('conceptloom').exitOverride().addCommand(passExits(await load()))
}
