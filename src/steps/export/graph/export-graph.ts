import type { ContentId } from '../../../core/identity.ts'
import { writeCheckedFile, type WrittenFile } from '../checked-file.ts'
import { stageFolder } from '../staged-folder.ts'
import { openExportFolder } from './export-folder.ts'
import { graphFormats, type GraphFormat } from './graph-formats.ts'
import type { GraphMaterial, GraphWriter } from './graph-material.ts'
import { writeCsv } from './write-csv.ts'
import { writeCypher } from './write-cypher.ts'
import { writeDot } from './write-dot.ts'
import { writeGexf } from './write-gexf.ts'
import { writeGraphml } from './write-graphml.ts'
import { writeGraphology } from './write-graphology.ts'
import { writeProv } from './write-prov.ts'
import { writeSkos } from './write-skos.ts'
import { writeVault } from './write-vault.ts'

/** Version of the folder layout, in `manifest.json`. */
export const graphExportSchemaVersion = 1

const writers: Readonly<Record<GraphFormat, GraphWriter>> = {
  json: writeGraphology,
  gexf: writeGexf,
  graphml: writeGraphml,
  csv: writeCsv,
  cypher: writeCypher,
  skos: writeSkos,
  prov: writeProv,
  dot: writeDot,
  obsidian: writeVault,
}

export interface GraphExportOptions {
  /** Folder to write. Replaced whole when it is a graph export of ours; refused when it holds anything else. */
  readonly target: string
  /** Default all. */
  readonly formats?: readonly GraphFormat[]
  /** Version and number of concepts of the graph that the exported one was taken from; default the exported one. */
  readonly source?: { readonly version: ContentId; readonly concepts: number }
}

export interface GraphExportSummary {
  readonly target: string
  readonly graphVersion: ContentId
  readonly concepts: number
  readonly edges: number
  readonly seeds: number
  readonly pairs: number
  readonly formats: readonly GraphFormat[]
  /** Ascending by path, `manifest.json` last. */
  readonly files: readonly WrittenFile[]
  readonly bytes: number
}

/**
 * Writes a graph, with the seeds and pairs that belong to it, as a folder with one file or sub-folder for each format and
 * `manifest.json` with the checksums. The folder appears whole or not at all, and the same material gives the same bytes: no file
 * holds a clock, a host or a path. Files are written row by row.
 *
 * @throws UsageError on a target that may not be replaced; an earlier export in the target is then untouched
 */
export function exportGraph(material: GraphMaterial, options: GraphExportOptions): GraphExportSummary {
  const wanted = options.formats ?? graphFormats
  const formats = graphFormats.filter((format) => wanted.includes(format))
  const staged = stageFolder(options.target, 'graph')
  const folder = openExportFolder(staged.path)
  try {
    for (const format of formats) writers[format](material, folder.open)
    const files = folder.finish().sort((left, right) => (left.path < right.path ? -1 : 1))
    const counts = {
      concepts: material.graph.nodes.length,
      edges: material.graph.edges.length,
      seeds: material.seeds.length,
      pairs: material.pairs.length,
    }
    const manifest = describeExport(material, { formats, counts, files, source: options.source })
    const all = [
      ...files,
      writeCheckedFile(staged.path, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`),
    ]
    staged.commit()
    return {
      target: options.target,
      graphVersion: material.graph.version,
      ...counts,
      formats,
      files: all,
      bytes: all.reduce((sum, file) => sum + file.bytes, 0),
    }
  } catch (error) {
    folder.abandon()
    staged.discard()
    throw error
  }
}

interface Described extends Pick<GraphExportSummary, 'formats' | 'files'> {
  readonly counts: Readonly<Record<string, number>>
  readonly source: GraphExportOptions['source']
}

function describeExport(
  { graph, seeds, run }: GraphMaterial,
  { formats, counts, files, source }: Described,
): object {
  const licenses = Map.groupBy(seeds, ({ seed }) => seed.license)
  return {
    tool: 'conceptloom',
    kind: 'graph',
    schemaVersion: graphExportSchemaVersion,
    graphVersion: graph.version,
    source: source ?? { version: graph.version, concepts: graph.nodes.length },
    ...(run === undefined ? {} : { run: run.id }),
    formats,
    counts,
    seedLicenses: Object.fromEntries(
      [...licenses]
        .map(([license, held]) => [license, held.length] as const)
        .sort(([left], [right]) => (left < right ? -1 : 1)),
    ),
    files,
  }
}
