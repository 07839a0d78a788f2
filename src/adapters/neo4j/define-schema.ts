import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigurationError, StoreError } from '../../core/errors.ts'
import type { Connection } from './connection.ts'
import { constraintNames, nameOf, schemaStatements, targetOf } from './statements.ts'

/** Milliseconds between looks at the schema. */
const pause = 100

/** Looks while another writer is making a constraint. */
const patience = 1800

/** Looks at which a statement may be refused while nobody else does anything. */
const refusals = 20

/**
 * Makes the constraints and indexes that are missing. A statement that has nothing to do would still wait for all transactions, so only
 * those that are needed are run. What a server that was killed left half-made is taken away and made again; what another writer is
 * just making is waited for.
 *
 * @throws StoreError when what is stored does not fit the schema
 */
export async function defineSchema(connection: Connection): Promise<void> {
  let left = Infinity
  let refused = 0
  for (let look = 0; look < patience; look++) {
    const todo = await lookAtSchema(connection)
    if (todo !== 'being made') {
      refused = todo.length < left ? 0 : refused + 1
      left = todo.length
      if (await isMade(connection, todo, refused === refusals)) return
    }
    await sleep(pause)
  }
  throw new StoreError(`schema not ready: another program makes it at ${connection.uri}; try again later`)
}

/** @throws ConfigurationError when a constraint is missing */
export async function checkConstraints(connection: Connection): Promise<void> {
  const present = await constraintsOf(connection)
  const missing = constraintNames().filter((name) => !present.has(name))
  if (missing.length > 0)
    throw new ConfigurationError(
      `constraint missing: ${missing.join(', ')} at ${connection.uri}; \`conceptloom neo4j push\` makes them, or run cypher/schema.cypher`,
    )
}

/**
 * The statements that are needed, or that another writer is making a constraint. A constraint whose index is there without it is
 * half-made: its index is committed before it is filled.
 */
async function lookAtSchema(connection: Connection): Promise<readonly string[] | 'being made'> {
  const indexes = new Map((await indexesOf(connection)).map((index) => [index.name, index]))
  // Read second: a constraint that was finished in between is not taken for a half-made one.
  const constraints = await constraintsOf(connection)
  const statements: string[] = []
  let isHalfMade = false
  for (const text of schemaStatements()) {
    const name = nameOf(text)
    const index = indexes.get(name)
    const isConstraint = text.startsWith('CREATE CONSTRAINT')
    if (isConstraint ? constraints.has(name) : index !== undefined) {
      if (index?.state !== 'FAILED') continue
      statements.push(`DROP ${isConstraint ? 'CONSTRAINT' : 'INDEX'} ${name} IF EXISTS`)
    } else if (index !== undefined && index.target === targetOf(text)) {
      isHalfMade = true
      statements.push(`DROP INDEX ${name} IF EXISTS`)
    }
    statements.push(text)
  }
  return isHalfMade && (await isMakingConstraints(connection)) ? 'being made' : statements
}

/** What a statement comes to when another writer has just made or dropped the same. */
const wasFaster = /^Neo\.\w+\.Schema\.(\w+AlreadyExists|\w+DropFailed|\w+NotFound)$/

/** False when another writer was faster with one of them, so that it is best to look again. */
async function isMade(connection: Connection, texts: readonly string[], isLast: boolean): Promise<boolean> {
  try {
    await connection.define(texts)
    return true
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (isLast || !wasFaster.test(code)) throw error
    return false
  }
}

async function isMakingConstraints(connection: Connection): Promise<boolean> {
  const rows = await connection.show('TRANSACTIONS YIELD currentQuery')
  return rows.some(({ currentQuery }) => String(currentQuery).startsWith('CREATE CONSTRAINT'))
}

async function constraintsOf(connection: Connection): Promise<ReadonlySet<string>> {
  return new Set((await connection.show('CONSTRAINTS YIELD name')).map(({ name }) => String(name)))
}

interface IndexRow {
  readonly name: string
  readonly state: string
  /** Label and properties, as {@link targetOf} gives them. */
  readonly target: string
}

async function indexesOf(connection: Connection): Promise<readonly IndexRow[]> {
  const rows = await connection.show('INDEXES YIELD name, state, labelsOrTypes, properties')
  return rows.map(({ name, state, labelsOrTypes, properties }) => ({
    name: String(name),
    state: String(state),
    target: [labelsOrTypes, properties].map((part) => ((part ?? []) as string[]).join()).join(' '),
  }))
}
