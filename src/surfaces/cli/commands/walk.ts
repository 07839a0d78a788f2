import type { Command } from '@commander-js/extra-typings'
import type { ConceptPath } from '../../../core/concept-path.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'
import { openGraph } from '../open-graph.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom walk`: concept combinations drawn from a graph. */
export function walkCommand(): Command {
  const command = commandWith('walk', ['seeds', 'engine', 'walk', 'place'])
    .description('draw walks over the graph of a run, or of --seeds')
    .option('--count <n>', 'walks to draw', wholeNumber(1), 10)
    .option('--run <id>', 'the run; the latest finished by default')
    .action((flags) => walkAction(flags as Flags))
  return command as unknown as Command
}

async function walkAction(flags: Flags): Promise<void> {
  const [{ planRunWalks }, { describeLeftOut }, { samplePath }] = await Promise.all([
    import('../../../pipeline/draw-pairs.ts'),
    import('../../../pipeline/coverage-target.ts'),
    import('../../../steps/walk/sample-path.ts'),
  ])
  const { graph } = await openGraph(flags)
  const { config } = configOf(flags)
  const plan = planRunWalks(config, graph)
  for (const line of describeLeftOut(plan, graph)) process.stderr.write(`${line}\n`)
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]))
  for (let index = 0; index < (flags['count'] as number); index++) {
    const path = samplePath(plan, index)
    if (flags['json'] === true)
      await writeLine(JSON.stringify('failed' in path ? { index, ...path } : named(path, names)))
    else await writeLine('failed' in path ? `${index}: ${path.failed}` : `${index}: ${describe(path, names)}`)
  }
}

function named(path: ConceptPath, names: ReadonlyMap<string, string>): object {
  return { ...path, steps: path.steps.map((step) => ({ ...step, name: names.get(step.conceptId) })) }
}

function describe(path: ConceptPath, names: ReadonlyMap<string, string>): string {
  const signs = { start: '', topic: '→ ', bridge: '⇒ ', 'knowledge-point': '→ ' }
  return path.steps
    .map(
      ({ conceptId, phase, probability }) =>
        `${signs[phase]}${names.get(conceptId)}${phase === 'start' ? '' : ` (${probability.toPrecision(2)})`}`,
    )
    .join(' ')
}
