import { cleanText } from './clean-text.ts'
import { conceptNodeTables, conceptRelationTables } from './concept-tables.ts'
import type { GraphMaterial, OpenSink } from './graph-material.ts'
import type { NodeTable, PropertyColumn, PropertyValue, RelationTable } from './property-table.ts'
import { provenanceNodeTables, provenanceRelationTables } from './provenance-tables.ts'

const batchRows = 500

/**
 * `graph.cypher`: constraints first, then nodes, then relationships, in statements of at most 500 rows that end in `;`. Every
 * statement merges, so running the script twice changes nothing. Labels, types and property names are from a closed list; all
 * else is a literal.
 */
export function writeCypher(material: GraphMaterial, open: OpenSink): void {
  const file = open('graph.cypher')
  const nodeTables = [...conceptNodeTables(material), ...provenanceNodeTables(material)]
  for (const label of new Set(nodeTables.map(({ nodes }) => nodes))) {
    const name = `${label.toLowerCase()}_id`
    // A pair may stand in several runs of a database that `neo4j push` fills, which therefore has an index of this name.
    file.write(
      label === 'Pair'
        ? `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.id);\n`
        : `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`,
    )
  }
  const writeBatches = (rows: Iterable<string>, statement: string): void => {
    for (const batch of batches(rows)) file.write(`UNWIND [\n${batch.join(',\n')}\n] AS row\n${statement};\n`)
  }
  for (const table of nodeTables) writeBatches(nodeRows(table), mergeNodes(table))
  for (const table of [...conceptRelationTables(material), ...provenanceRelationTables(material)]) {
    writeBatches(relationRows(table), mergeRelations(table))
  }
}

function mergeNodes({ nodes, labels }: NodeTable): string {
  const more = labels.map((label) => `n:${label}, `).join('')
  return `MERGE (n:${nodes} {id: row.id})\nSET ${more}n += row`
}

function mergeRelations({ type, from, to, columns, distinguishedBy }: RelationTable): string {
  const own = distinguishedBy === undefined ? '' : ` {${distinguishedBy}: row[2].${distinguishedBy}}`
  const set = columns.length === 0 ? '' : '\nSET r += row[2]'
  return `MATCH (a:${from} {id: row[0]})\nMATCH (b:${to} {id: row[1]})\nMERGE (a)-[r:${type}${own}]->(b)${set}`
}

function* nodeRows({ columns, rows }: NodeTable): Iterable<string> {
  for (const row of rows) yield mapLiteral(columns, row)
}

function* relationRows({ columns, rows }: RelationTable): Iterable<string> {
  for (const [from, to, ...values] of rows) {
    const properties = columns.length === 0 ? '' : `, ${mapLiteral(columns, values)}`
    yield `[${stringLiteral(from)}, ${stringLiteral(to)}${properties}]`
  }
}

function mapLiteral(columns: readonly PropertyColumn[], values: readonly PropertyValue[]): string {
  const entries = columns.flatMap(({ name, type }, place) => {
    const value = values[place]
    return value === undefined ? [] : [`${name}: ${literal(value, type)}`]
  })
  return `{${entries.join(', ')}}`
}

function literal(value: Exclude<PropertyValue, undefined>, type: PropertyColumn['type']): string {
  if (typeof value === 'string') return stringLiteral(value)
  if (typeof value === 'number') return type === 'double' ? decimal(value) : String(value)
  return `[${value.map((part) => (typeof part === 'string' ? stringLiteral(part) : String(part))).join(', ')}]`
}

/** A number that Cypher reads as a float. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/**
 * A Cypher literal of a clean text. Neo4j resolves `\uXXXX` before it looks for strings, in some versions also after an escaped backslash, so that
 * no backslash may stand before a `u`: the literal is cut there.
 */
export function stringLiteral(text: string): string {
  const escaped = cleanText(text).replaceAll(/[\\'\n\r\t]/g, (character) => escapes[character] as string)
  return `'${escaped.replaceAll(/\\(?=u)/gi, "\\' + '")}'`
}

function* batches(rows: Iterable<string>): Iterable<string[]> {
  let batch: string[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
