import { readFileSync } from 'node:fs'

/** Statements that the adapter runs; each stands in `cypher/NAME.cypher`. Labels and types come from these files alone. */
export type StatementName =
  | 'begin-graph'
  | 'await-edge-index'
  | 'complete-graph'
  | 'count-edges'
  | 'count-pairs'
  | 'create-edges'
  | 'drop-claim'
  | 'find-pairs'
  | 'hold-concepts'
  | 'known-walks'
  | 'link-parent-pairs'
  | 'link-seeds'
  | 'lock-concepts'
  | 'lock-walks'
  | 'merge-edges'
  | 'next-place'
  | 'put-claim'
  | 'put-concepts'
  | 'put-contributions'
  | 'put-families'
  | 'put-marks'
  | 'put-pairs'
  | 'put-part-of'
  | 'put-requires'
  | 'put-run'
  | 'put-seeds'
  | 'put-walks'
  | 'read-claim'
  | 'read-edge-seeds'
  | 'read-graph'
  | 'read-graph-concepts'
  | 'read-marks'
  | 'read-pairs'
  | 'read-places'
  | 'read-run-state'
  | 'read-runs'
  | 'read-seeds'
  | 'read-store'
  | 'refer-to-concepts'
  | 'refer-to-seeds'
  | 'set-run-cost'

const folder = new URL('../../../cypher/', import.meta.url)
const texts = new Map<StatementName, string>()

/** The text of a statement, read once. */
export function statement(name: StatementName): string {
  const known = texts.get(name)
  if (known !== undefined) return known
  const text = readFileSync(new URL(`${name}.cypher`, folder), 'utf8')
  texts.set(name, text)
  return text
}

/** The statements of `cypher/schema.cypher`, and the names of its constraints. */
export function schemaStatements(): readonly string[] {
  const text = readFileSync(new URL('schema.cypher', folder), 'utf8')
  return text
    .replaceAll(/^\/\/.*$/gm, '')
    .split(/;\s*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The name that a statement of the schema gives. */
export function nameOf(schemaStatement: string): string {
  return /^CREATE (?:CONSTRAINT|(?:FULLTEXT )?INDEX) (\w+)/.exec(schemaStatement)?.[1] ?? ''
}

/** Label and properties of a constraint: `Pair runId,index`. */
export function targetOf(constraint: string): string {
  const label = /FOR \(\w+:(\w+)\)/.exec(constraint)?.[1] ?? ''
  const properties = /REQUIRE (.*) IS UNIQUE/.exec(constraint)?.[1] ?? ''
  return `${label} ${[...properties.matchAll(/\.(\w+)/g)].map(([, name]) => name).join()}`
}

export function constraintNames(): readonly string[] {
  return schemaStatements().flatMap((text) => /^CREATE CONSTRAINT (\w+)/.exec(text)?.[1] ?? [])
}
