import type { GraphMaterial } from '../../steps/export/graph/graph-material.ts'
import type { GraphFormat } from '../../steps/export/graph/graph-formats.ts'
import { configOf, type Flags } from './options.ts'

/** `conceptloom graph export`: the graph of `--seeds`, or of a run with its first pairs, as a folder. */
export async function exportGraphAction(flags: Flags): Promise<void> {
  const [{ checkTarget }, { exportGraph }] = await Promise.all([
    import('../../steps/export/staged-folder.ts'),
    import('../../steps/export/graph/export-graph.ts'),
  ])
  const target = flags['out'] as string
  checkTarget(target, 'graph')
  const { material, source } = flags['seeds'] === undefined ? await ofRun(flags) : await ofSeeds(flags)
  const formats = flags['format'] as readonly GraphFormat[] | undefined
  const summary = exportGraph(material, { target, source, ...(formats === undefined ? {} : { formats }) })
  if (flags['json'] === true) {
    process.stdout.write(`${JSON.stringify(summary)}\n`)
    return
  }
  const { concepts, edges, seeds, pairs, files, bytes } = summary
  process.stdout.write(
    `${concepts} concepts, ${edges} edges, ${seeds} seeds, ${pairs} pairs in ${target}: ${files.length} files, ${bytes} bytes (${summary.formats.join(', ')})\n`,
  )
}

/** What is written and the graph it was taken from. */
interface Gathered {
  readonly material: GraphMaterial
  readonly source: { readonly version: string; readonly concepts: number }
}

async function ofSeeds(flags: Flags): Promise<Gathered> {
  const [{ prepareRun, labelledSeeds }, { openExtractor }, { gatherGraphMaterial }] = await Promise.all([
    import('../../pipeline/prepare-run.ts'),
    import('../../wire.ts'),
    import('../../pipeline/graph-material.ts'),
  ])
  const { config } = configOf(settingsOf(flags))
  const prepared = await prepareRun({ config, extractor: await openExtractor(config), progress: () => {} })
  if ((prepared.admission?.bad ?? 0) > 0) process.exitCode = 5
  const { graph } = prepared
  const seeds = labelledSeeds(prepared)
  const material = gatherGraphMaterial({ graph, seeds, seed: config.run.seed, pairs: [], ...limitsOf(flags) })
  return { material, source: { version: graph.version, concepts: graph.nodes.length } }
}

async function ofRun(flags: Flags): Promise<Gathered> {
  const [
    { findRun, loadStoredRun },
    { openExistingStores },
    { describeRun, firstPairs, gatherGraphMaterial },
  ] = await Promise.all([
    import('../../pipeline/stored-run.ts'),
    import('../../wire.ts'),
    import('../../pipeline/graph-material.ts'),
  ])
  const { config } = configOf(settingsOf(flags))
  const stores = await openExistingStores(config.run.workspace)
  try {
    const run = await findRun(stores.runs, flags['run'] as string | undefined)
    const stored = await loadStoredRun(run, stores.graph, config)
    const { graph, seeds } = stored
    const material = gatherGraphMaterial({
      graph,
      seeds,
      run: describeRun(stored),
      seed: stored.config.run.seed,
      pairs: await firstPairs(stores.pairs, { run, limit: flags['pairs'] as number }),
      ...limitsOf(flags),
    })
    return { material, source: { version: graph.version, concepts: graph.nodes.length } }
  } finally {
    await stores.close()
  }
}

/** Folder and formats of a dataset are settings; those of a graph export belong to the call alone. */
function settingsOf({ out: _out, format: _format, ...settings }: Flags): Flags {
  return settings
}

function limitsOf({ limit, seedLimit }: Flags): { readonly limit?: number; readonly seedLimit?: number } {
  return {
    ...(limit === undefined ? {} : { limit: limit as number }),
    ...(seedLimit === undefined ? {} : { seedLimit: seedLimit as number }),
  }
}
