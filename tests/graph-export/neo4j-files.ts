import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanText } from '../../src/steps/export/graph/clean-text.ts'
import { exportGraph } from '../../src/steps/export/graph/export-graph.ts'
import type { GraphMaterial } from '../../src/steps/export/graph/graph-material.ts'

/** What a database must hold after `neo4j-admin database import full DATABASE @import.args` in `csv`, and after the script. */
export interface Neo4jFiles {
  /** Folder in which the import has to run; `import.args` in it holds its arguments. */
  readonly csv: string
  /** The script's statements in order, without their `;`. */
  readonly statements: readonly string[]
  readonly expected: {
    /** Nodes by label, of the labels that every export has. */
    readonly labels: Readonly<Record<string, number>>
    /** Names of the concepts, in the order of their ids. */
    readonly names: readonly string[]
    readonly edges: number
  }
}

/** Writes the CSV and the Cypher script of a graph into `target`, with what a server has to hold after either. */
export function writeNeo4jFiles(material: GraphMaterial, target: string): Neo4jFiles {
  exportGraph(material, { target, formats: ['csv', 'cypher'] })
  const script = readFileSync(join(target, 'graph.cypher'), 'utf8')
  const { nodes, edges } = material.graph
  return {
    csv: join(target, 'csv'),
    // No literal holds a line end, so that these two characters end statements only.
    statements: script.split(';\n').filter((statement) => statement !== ''),
    expected: {
      labels: {
        Concept: nodes.length,
        Topic: nodes.filter(({ kind }) => kind === 'topic').length,
        KnowledgePoint: nodes.filter(({ kind }) => kind === 'knowledge-point').length,
        Seed: material.seeds.length,
        Pair: material.pairs.length,
      },
      names: nodes.map(({ name }) => cleanText(name)),
      edges: edges.length,
    },
  }
}
