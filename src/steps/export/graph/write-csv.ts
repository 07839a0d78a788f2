import { cleanText } from './clean-text.ts'
import { conceptNodeTables, conceptRelationTables } from './concept-tables.ts'
import type { GraphMaterial, OpenSink, TextSink } from './graph-material.ts'
import type { NodeTable, PropertyValue, RelationTable } from './property-table.ts'
import { provenanceNodeTables, provenanceRelationTables } from './provenance-tables.ts'

/** Stands for `;` inside a list's element, which `neo4j-admin` has no way to escape: the full-width semicolon. */
const listSemicolon = '；'

/**
 * `csv/nodes-*.csv` and `csv/relationships-*.csv` with the headers of `neo4j-admin database import`, and `csv/import.args` with its
 * arguments: `cd csv && neo4j-admin database import full DATABASE @import.args`. Tables without rows are left out. A quoted empty
 * field is an empty text, an unquoted one an absent property; lists are joined by `;`.
 */
export function writeCsv(material: GraphMaterial, open: OpenSink): void {
  const args: string[] = []
  let multiline = false
  const writeRows = (name: string, header: string, lines: Iterable<string>): boolean => {
    let file: TextSink | undefined
    for (const line of lines) {
      if (file === undefined) {
        file = open(`csv/${name}`)
        file.write(`${header}\n`)
      }
      file.write(`${line}\n`)
      multiline ||= line.includes('\n') || line.includes('\r')
    }
    return file !== undefined
  }
  for (const table of [...conceptNodeTables(material), ...provenanceNodeTables(material)]) {
    const name = `nodes-${kebab(table.labels[0] ?? table.nodes)}.csv`
    if (writeRows(name, nodeHeader(table), nodeLines(table))) args.push(`--nodes=${name}`)
  }
  for (const table of [...conceptRelationTables(material), ...provenanceRelationTables(material)]) {
    const name = `relationships-${kebab(table.type)}-${kebab(table.to)}.csv`
    if (writeRows(name, relationHeader(table), relationLines(table))) args.push(`--relationships=${name}`)
  }
  const options = ['--array-delimiter=;', `--multiline-fields=${multiline}`]
  open('csv/import.args').write([...options, ...args, ''].join('\n'))
}

function nodeHeader({ nodes, columns }: NodeTable): string {
  const [id, ...others] = columns
  return [`${id?.name}:ID(${nodes})`, ...others.map(typedName), ':LABEL'].join(',')
}

function relationHeader({ from, to, columns }: RelationTable): string {
  return [`:START_ID(${from})`, `:END_ID(${to})`, ...columns.map(typedName), ':TYPE'].join(',')
}

const typedName = ({ name, type }: { readonly name: string; readonly type: string }): string =>
  `${name}:${type}`

function* nodeLines({ nodes, labels, rows }: NodeTable): Iterable<string> {
  const label = [nodes, ...labels].join(';')
  for (const row of rows) yield [...row.map(csvField), label].join(',')
}

function* relationLines({ type, rows }: RelationTable): Iterable<string> {
  for (const row of rows) yield [...row.map(csvField), type].join(',')
}

/** A value as a field, quoted where it is text. */
export function csvField(value: PropertyValue): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quoted(cleanText(value))
  if (value.length === 0) return ''
  return quoted(value.map((part) => cleanText(String(part)).replaceAll(';', listSemicolon)).join(';'))
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** `CO_OCCURS_WITH` and `KnowledgePoint` as file names. */
function kebab(name: string): string {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
    .replaceAll('_', '-')
    .toLowerCase()
}
