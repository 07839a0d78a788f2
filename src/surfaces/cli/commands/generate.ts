import type { Command } from '@commander-js/extra-typings'
import type { Pair } from '../../../core/pair.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'
import { openGraph } from '../open-graph.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom generate`: pairs on standard output, stored nowhere. */
export function generateCommand(): Command {
  const command = commandWith('generate', ['seeds', 'engine', 'walk', 'given', 'place'])
    .description('draw pairs from the graph of a run, or of --seeds, and print them; nothing is stored')
    .option('--count <n>', 'pairs to print', wholeNumber(1), 5)
    .option(
      '--combinations <n>',
      'spread the pairs over so many different concept combinations',
      wholeNumber(1),
    )
    .option('--run <id>', 'the run; the latest finished by default')
    .action((flags) => generateAction(flags as Flags))
  return command as unknown as Command
}

/** Draws without a pair after which printing stops. */
const patience = 20_000

async function generateAction(flags: Flags): Promise<void> {
  const [{ drawSample }, opened] = await Promise.all([
    import('../../../pipeline/draw-sample.ts'),
    openGraph(flags),
  ])
  const { config } = configOf(flags)
  const names = new Map(opened.graph.nodes.map((node) => [node.id, node.name]))
  const count = flags['count'] as number
  const job = { runId: '0'.repeat(32), config, graph: opened.graph, contributions: opened.contributions }
  const given = config.walk.concepts !== undefined
  const combinations = given ? 1 : ((flags['combinations'] as number | undefined) ?? count)
  let printed = 0
  for await (const pair of drawSample(job, { count, combinations, patience })) {
    printed++
    await writeLine(flags['json'] === true ? JSON.stringify(pair) : describe(pair, names))
  }
  if (printed < count) {
    process.stderr.write(`only ${printed} of ${count}: the walks offered nothing new\n`)
    process.exitCode = 5
  }
}

function describe({ draft, verdict, index }: Pair, names: ReadonlyMap<string, string>): string {
  const points = draft.realised.map((id) => names.get(id)).join(', ')
  return `## walk ${index}: ${points}  (rung ${verdict.rung}, difficulty ${draft.difficulty.toFixed(2)} uncalibrated)\n\n${draft.question}\n\n${draft.solution}\n`
}
