import type { Command } from '@commander-js/extra-typings'

/** Makes a command and its subcommands throw instead of ending the process, so that one place decides the exit code. */
export function passExits(command: Command): Command {
  command.exitOverride()
  for (const inner of command.commands) passExits(inner as Command)
  return command
}
