import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { ConfigurationError } from '../../src/core/errors.ts'
import { startServer, stopServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import { assembleJars, requireJava } from '../../src/adapters/neo4j/server/server-jars.ts'
import { passwordFile } from '../../src/adapters/neo4j/server/server-password.ts'
import { addGraphDataScience } from './gds-plugin.ts'

/** What the tests are given, or why there is no server. */
export interface TestServer {
  readonly workspace: string
  readonly home: string
  readonly uri: string
  readonly browser: string
  readonly username: string
  readonly password: string
}

declare module 'vitest' {
  interface ProvidedContext {
    neo4jServer: TestServer | null
  }
}

/**
 * Starts a server from Maven Central on free ports. Without Java or Maven the tests are skipped, and say so; with CI=true that is a
 * failure.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workspace = mkdtempSync(join(tmpdir(), 'conceptloom-neo4j-'))
  const remove = async (): Promise<void> => {
    await stopServer(workspace)
    rmSync(workspace, { recursive: true, force: true })
  }
  for (const name of ['NEO4J_URI', 'NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'])
    delete process.env[name]
  try {
    await requireJava()
    await assembleJars((text) => console.log(text))
    await addGraphDataScience(join(workspace, 'neo4j'))
    // One in 64 generated passwords begins like an option; this one always does.
    const password = `-${randomBytes(18).toString('base64url')}`
    writeFileSync(passwordFile(join(workspace, 'neo4j')), `${password}\n`, { mode: 0o600 })
    const { record } = await startServer({
      workspace,
      with: 'java',
      // A quick start matters more here than quick queries.
      javaOptions: ['-XX:TieredStopAtLevel=1'],
      report: (text) => console.log(text),
    })
    const { uri, browser, username, home } = record
    project.provide('neo4jServer', {
      workspace,
      home,
      uri,
      browser,
      username,
      password,
    })
  } catch (error) {
    await remove()
    if (process.env['CI'] === 'true' || !(error instanceof ConfigurationError)) throw error
    console.log(`-- no Neo4j server, its tests are skipped: ${error.message}`)
    project.provide('neo4jServer', null)
  }
  return remove
}
