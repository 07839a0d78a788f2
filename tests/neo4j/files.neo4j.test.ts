import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAdmin } from '../../src/adapters/neo4j/server/java-server.ts'
import { startServer, stopServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import { jarFolder } from '../../src/adapters/neo4j/server/server-jars.ts'
import { hostileMaterial } from '../graph-export/hostile-material.ts'
import { type Neo4jFiles, writeNeo4jFiles } from '../graph-export/neo4j-files.ts'
import { describeNeo4j, dropSchema, emptyDatabase, quickStart, runCypher, testServer } from './test-server.ts'

describeNeo4j('files of graph export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-files-'))
  let files: Neo4jFiles
  beforeAll(() => {
    files = writeNeo4jFiles(hostileMaterial(), folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Nodes by label and relationships by type, and the names of all concepts. */
  async function content(): Promise<unknown> {
    const rows = await runCypher(`
      MATCH (n) UNWIND labels(n) AS label RETURN ':' + label AS name, count(*) AS count
      UNION ALL MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count`)
    const names = await runCypher('MATCH (c:Concept) RETURN c.name AS name ORDER BY c.id')
    const { labels, edges } = files.expected
    const counts = Object.fromEntries(rows.map(({ name, count }) => [String(name), count]))
    expect(counts).toMatchObject({
      ...Object.fromEntries(Object.entries(labels).map(([label, count]) => [`:${label}`, count])),
      CO_OCCURS_WITH: edges,
    })
    expect(names.map(({ name }) => name)).toEqual(files.expected.names)
    return counts
  }

  test('the Cypher script and `neo4j-admin database import` fill a server alike', async () => {
    await emptyDatabase()
    // The files are for a new database: it has no constraints and indexes yet.
    await dropSchema()
    for (const statement of files.statements) await runCypher(statement)
    const ofScript = await content()

    // The one server of this tier: its data are replaced, its address and password stay.
    const { workspace, home } = testServer()
    await stopServer(workspace)
    try {
      const { code, output } = await runAdmin(
        { home, jars: jarFolder() },
        ['database', 'import', 'full', 'neo4j', '--overwrite-destination', '@import.args'],
        files.csv,
      )
      expect(output).toContain('IMPORT DONE')
      expect(code).toBe(0)
    } finally {
      await startServer({ workspace, ...quickStart })
    }
    expect(await content()).toEqual(ofScript)
  })
})
