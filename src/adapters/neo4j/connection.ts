import { setTimeout as sleep } from 'node:timers/promises'
import type { ManagedTransaction, SessionConfig } from 'neo4j-driver'
import type { ConnectionSettings } from './connection-settings.ts'
import { asStoreFailure, checkVersion, isCutLogin } from './neo4j-failures.ts'
import { statement, type StatementName } from './statements.ts'

export type Row = Readonly<Record<string, unknown>>
export type Parameters = Readonly<Record<string, unknown>>

/** Runs a statement inside a transaction. */
export type RunStatement = (name: StatementName, parameters?: Parameters) => Promise<readonly Row[]>

/** One driver and one bookmark manager: what was written is seen by the next read, whichever server of a cluster answers it. */
export interface Connection {
  readonly uri: string
  read(name: StatementName, parameters?: Parameters): Promise<readonly Row[]>
  /** One transaction. `work` is called again after a lost connection or a deadlock, so it must be idempotent. */
  write<Result>(work: (run: RunStatement) => Promise<Result>): Promise<Result>
  /** Statements of the schema, each in a transaction of its own. */
  define(texts: readonly string[]): Promise<void>
  /** Rows of a SHOW command. @param what  what stands behind SHOW */
  show(what: string): Promise<readonly Row[]>
  close(): Promise<void>
}

/**
 * Connects and asks for the version at once, without retries, so that a wrong address or password is told in a moment.
 *
 * @throws ConfigurationError on wrong credentials, a missing database or an old version; ProviderError when no server answers
 */
export async function connect(settings: ConnectionSettings): Promise<Connection> {
  const { default: neo4j } = await import('neo4j-driver')
  const { uri, username, password, database } = settings
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 20,
    connectionTimeout: 10_000,
    maxTransactionRetryTime: 60_000,
    telemetryDisabled: true,
    userAgent: 'conceptloom',
  })
  const bookmarkManager = neo4j.bookmarkManager()
  const sessionOf = (mode: 'READ' | 'WRITE'): ReturnType<typeof driver.session> => {
    const place: Pick<SessionConfig, 'database'> = database === undefined ? {} : { database }
    return driver.session({ defaultAccessMode: mode, bookmarkManager, ...place })
  }
  const withSession = async <Result>(
    mode: 'READ' | 'WRITE',
    work: (session: ReturnType<typeof driver.session>) => Promise<Result>,
  ): Promise<Result> => {
    try {
      const session = sessionOf(mode)
      try {
        return await work(session)
      } finally {
        await session.close().catch(() => {})
      }
    } catch (error) {
      throw asStoreFailure(error, uri)
    }
  }

  const connection: Connection = {
    uri,
    read: (name, parameters) =>
      againWhenCut(() =>
        withSession('READ', (session) => session.executeRead((open) => runIn(open)(name, parameters))),
      ),
    write: (work) =>
      againWhenCut(() =>
        withSession('WRITE', (session) => session.executeWrite((open) => work(runIn(open)))),
      ),
    define: (texts) =>
      withSession('WRITE', async (session) => {
        for (const text of texts) await session.executeWrite((open) => open.run(text))
      }),
    show: (what) =>
      withSession('READ', async (session) => {
        const result = await session.run(`SHOW ${what}`)
        return result.records.map((record) => record.toObject())
      }),
    close: () => driver.close(),
  }
  try {
    await withSession('READ', async (session) => {
      const result = await session.run(
        "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions",
      )
      checkVersion(String((result.records[0]?.get('versions') as readonly string[] | undefined)?.[0]), uri)
    })
  } catch (error) {
    await driver.close()
    throw error
  }
  return connection
}

const attempts = 20

/** The driver repeats what is cut in a transaction, but gives up when the cut comes while it logs in. */
async function againWhenCut<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !isCutLogin(error)) throw error
      await sleep(100 * attempt)
    }
}

function runIn(open: ManagedTransaction): RunStatement {
  return async (name, parameters = {}) => {
    const { records } = await open.run(statement(name), parameters)
    return records.map((record) => record.toObject())
  }
}
