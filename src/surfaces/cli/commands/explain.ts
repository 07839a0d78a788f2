import { Argument, type Command } from '@commander-js/extra-typings'
import { commandWith, configOf, type Flags } from '../options.ts'

/** `conceptloom explain ID`: where a pair comes from, down to its seeds. */
export function explainCommand(): Command {
  const command = commandWith('explain', ['place'])
    .description('where a pair comes from: concepts, walk, seeds, families and parameters, checks')
    .addArgument(new Argument('<id>', 'id of a pair, or at least its first eight digits'))
  command.action(async (...input: readonly unknown[]) => explainAction(String(input[0]), input[1] as Flags))
  return command as unknown as Command
}

async function explainAction(id: string, flags: Flags): Promise<void> {
  const [{ explainPair }, { explanationText }, { openExistingStores }] = await Promise.all([
    import('../../../pipeline/explain-pair.ts'),
    import('../explanation-text.ts'),
    import('../../../wire.ts'),
  ])
  const { config } = configOf(flags)
  const stores = await openExistingStores(config.run.workspace)
  try {
    const explanation = await explainPair(id, stores)
    process.stdout.write(
      flags['json'] === true ? `${JSON.stringify(explanation)}\n` : explanationText(explanation),
    )
  } finally {
    await stores.close()
  }
}
