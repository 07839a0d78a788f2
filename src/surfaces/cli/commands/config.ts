import { Command } from '@commander-js/extra-typings'
import { stringify } from 'yaml'
import { commandWith, configOf, type Flags } from '../options.ts'

/** `conceptloom config show`: every setting of a call and where it came from. */
export function configCommand(): Command {
  const show = commandWith('show', ['seeds', 'engine', 'model', 'walk', 'generation', 'dataset', 'place'])
    .description('print the settings of a call and where each came from')
    .action((flags) => showAction(flags as Flags))
  return new Command('config')
    .description('settings')
    .addCommand(show as unknown as Command) as unknown as Command
}

function showAction(flags: Flags): void {
  const { config, origins } = configOf(flags)
  if (flags['json'] === true) {
    process.stdout.write(`${JSON.stringify({ config, origins })}\n`)
    return
  }
  process.stdout.write(stringify(config))
  for (const [name, origin] of Object.entries(origins)) process.stdout.write(`# ${name}: ${origin}\n`)
}
