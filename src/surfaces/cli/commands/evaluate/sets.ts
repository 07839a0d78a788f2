import { Command } from '@commander-js/extra-typings'
import type { Flags } from '../../options.ts'
import { writeLine } from '../../write-line.ts'

/** `conceptloom evaluate sets`: what the copies named by a bench file hold. */
export function setsCommand(): Command {
  const command = new Command('sets')
    .description('read the sets of a bench file and compare their sizes with the published ones')
    .requiredOption('--bench <file>', 'bench file (YAML) that names your copies of the sets')
    .option('--json', 'print the result as JSON')
  command.action((flags) => setsAction(flags as Flags))
  return command as unknown as Command
}

async function setsAction(flags: Flags): Promise<void> {
  const { readBench } = await import('../../../../pipeline/evaluate/read-bench.ts')
  const { sets } = await readBench(String(flags['bench']))
  for (const set of sets) await writeLine(JSON.stringify(set))
}
