import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import type { ConceptGraph } from '../../../core/concept-graph.ts'
import { graphFormats } from '../../../steps/export/graph/graph-formats.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'
import { openGraph } from '../open-graph.ts'

/** `conceptloom graph build|stats|export`. */
export function graphCommand(): Command {
  const build = commandWith('build', ['seeds', 'engine', 'place'])
    .description('label seeds and build their graph; kept with --workspace')
    .action((flags) => buildAction(flags as Flags))
  const stats = commandWith('stats', ['seeds', 'engine', 'place'])
    .description('the graph of a run, or of --seeds, in figures')
    .option('--run <id>', 'the run; the latest finished by default')
    .action((flags) => statsAction(flags as Flags))
  const exported = commandWith('export', ['seeds', 'engine', 'place'])
    .description('the graph of a run, or of --seeds, as files that graph, ontology and note tools open')
    .option('--run <id>', 'the run; the latest finished by default')
    .addOption(
      new Option('--format <names>', `comma separated, or all: ${graphFormats.join(', ')}`)
        .argParser(formatList)
        .default(graphFormats, 'all'),
    )
    .addOption(new Option('--out <folder>', 'folder to write').default('graph-exports/graph'))
    .addOption(new Option('--limit <n>', 'only the most frequent concepts').argParser(wholeNumber(1)))
    .addOption(
      new Option('--seed-limit <n>', 'most seed problems, those behind the pairs first').argParser(
        wholeNumber(0),
      ),
    )
    .addOption(
      new Option('--pairs <n>', 'most pairs of the run, with their provenance')
        .argParser(wholeNumber(0))
        .default(1000),
    )
    .action(async (flags: unknown) =>
      (await import('../export-graph-action.ts')).exportGraphAction(flags as Flags),
    )
  const group = new Command('graph').description('the concept graph')
  for (const command of [build, stats, exported]) group.addCommand(command as unknown as Command)
  return group as unknown as Command
}

function formatList(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.length === 1 && names[0] === 'all') return graphFormats
  const unknown = names.find((name) => !(graphFormats as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `unknown format: ${unknown}; formats are ${graphFormats.join(', ')}, or all`,
    )
  return names
}

async function buildAction(flags: Flags): Promise<void> {
  const [{ prepareRun, storePreparedRun }, { openExtractor, openStores }] = await Promise.all([
    import('../../../pipeline/prepare-run.ts'),
    import('../../../wire.ts'),
  ])
  const { config } = configOf(flags)
  const prepared = await prepareRun({ config, extractor: await openExtractor(config), progress: () => {} })
  if (flags['workspace'] !== undefined) {
    const stores = await openStores(config.run.workspace)
    try {
      await storePreparedRun(prepared, stores.graph)
    } finally {
      await stores.close()
    }
  }
  await print(prepared.graph, flags, config.run.seed)
  if ((prepared.admission?.bad ?? 0) > 0) process.exitCode = 5
}

async function statsAction(flags: Flags): Promise<void> {
  const { config, graph } = await openGraph(flags)
  await print(graph, flags, config.run.seed)
}

async function print(graph: ConceptGraph, flags: Flags, seed: number): Promise<void> {
  const { graphStatistics } = await import('../../../steps/graph/graph-statistics.ts')
  const statistics = graphStatistics(graph, { seed })
  if (flags['json'] === true) {
    process.stdout.write(`${JSON.stringify(statistics)}\n`)
    return
  }
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]))
  const { edges, degrees, components, communities } = statistics
  process.stdout.write(
    [
      `graph ${graph.version}`,
      `  ${graph.seedCount} seeds, ${statistics.topics} topics, ${statistics.knowledgePoints} knowledge points`,
      `  edges: ${edges.TT} topic-topic, ${edges.TK} topic-point, ${edges.KK} point-point`,
      `  degree: median ${degrees.median}, mean ${degrees.mean.toFixed(1)}, maximum ${degrees.maximum}`,
      `  components: ${components.length} (largest ${components[0] ?? 0}); communities: ${communities.sizes.length}, modularity ${communities.modularity.toFixed(2)}`,
      `  orphans: ${statistics.orphans.length}; over-general: ${statistics.overGeneral.map(({ name }) => name).join(', ') || 'none'}`,
      `  strongest pairs:`,
      ...statistics.strongestPairs
        .slice(0, 10)
        .map(
          ({ edge, association }) =>
            `    ${edge.count} × ${names.get(edge.a)} – ${names.get(edge.b)}  (normalised PMI ${association.toFixed(2)})`,
        ),
      '',
    ].join('\n'),
  )
}
