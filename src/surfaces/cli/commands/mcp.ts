import type { Command } from '@commander-js/extra-typings'
import { InvalidArgumentError } from '@commander-js/extra-typings'
import { UsageError } from '../../../core/errors.ts'
import { commandWith, configOf, type Flags } from '../options.ts'
import { watchInterrupt } from '../watch-interrupt.ts'

/** `conceptloom mcp`: the workspace for a Model Context Protocol client, on standard input and output. */
export function mcpCommand(): Command {
  const command = commandWith('mcp', ['place'])
    .description('serve a workspace to a Model Context Protocol client on standard input and output')
    .option(
      '--allow-model <name>',
      'let propose_pairs ask this model, MODEL or MODEL@ENDPOINT; needs --max-cost',
    )
    .option(
      '--max-cost <amount>',
      'most that its proposals may cost together, in the currency of the price file',
      amount,
    )
    .option('--prices <file>', 'price file (YAML)')
    .action((flags) => mcpAction(flags as Flags))
  return command as unknown as Command
}

function amount(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value < Infinity)) throw new InvalidArgumentError('give a number > 0')
  return value
}

async function mcpAction({ allowModel, maxCost, ...flags }: Flags): Promise<void> {
  if ((allowModel === undefined) !== (maxCost === undefined)) {
    throw new UsageError(
      '--allow-model and --max-cost: one without the other; give both, or none to ask no model',
    )
  }
  const { config } = configOf(flags)
  const model =
    allowModel === undefined ? {} : { model: { name: allowModel as string, maximumCost: maxCost as number } }
  const { serveWorkspace } = await import('../../mcp/serve-workspace.ts')
  const interruption = watchInterrupt()
  try {
    await serveWorkspace({ config, ...model, signal: interruption.signal })
  } finally {
    interruption.stop()
  }
}
