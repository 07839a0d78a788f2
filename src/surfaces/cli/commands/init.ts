import { existsSync, writeFileSync } from 'node:fs'
import type { Command } from '@commander-js/extra-typings'
import { stringify } from 'yaml'
import { configSchema } from '../../../core/config.ts'
import { UsageError } from '../../../core/errors.ts'
import { commandWith, type Flags } from '../options.ts'

const defaultFile = 'conceptloom.yaml'

/** `conceptloom init`: writes a configuration file with every default in it. */
export function initCommand(): Command {
  const command = commandWith('init', [])
    .description('write a configuration file with every default in it')
    .option('--out <file>', 'the file to write', defaultFile)
    .action((flags) => initAction(flags as Flags))
  return command as unknown as Command
}

function initAction(flags: Flags): void {
  const file = flags['out'] as string
  if (existsSync(file)) throw new UsageError(`file exists: ${file}; name another with --out`)
  const text = stringify(configSchema.parse({}))
  writeFileSync(
    file,
    `# Settings of conceptloom; a flag beats the environment, which beats this file.\n${text}`,
  )
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify({ file })}\n`)
  else process.stdout.write(`wrote ${file}; use it with --config ${file}\n`)
}
