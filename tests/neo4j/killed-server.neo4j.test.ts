import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRunning } from '../../src/adapters/neo4j/server/java-server.ts'
import { serverStatus, startServer, stopServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import { openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { constraintNames } from '../../src/adapters/neo4j/statements.ts'
import { type CommandResult, finished, runCommand, startCommand, succeeded } from '../cli/run-command.ts'
import { holdConstraint } from './hold-constraint.ts'
import { contentOfLatest } from './local-workspace.ts'
import {
  describeNeo4j,
  dropSchema,
  emptyDatabase,
  quickStart,
  runCypher,
  testServer,
  testSettings,
} from './test-server.ts'

/** The one server of this tier is killed, stopped and filled from files; its address and password stay. */
describeNeo4j('a server that is killed while a run is pushed', () => {
  let folder: string
  let work: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'conceptloom-killed-'))
    work = testServer().workspace
    await emptyDatabase()
    const run = ['run', '--seeds', 'seeds', '--count', '1500', '--seed', '3', '--workspace', work]
    await succeeded(runCommand(run))
  })
  afterAll(async () => {
    await start()
    await emptyDatabase()
    await (await openNeo4jStores(testSettings(), 'write')).close()
    rmSync(folder, { recursive: true, force: true })
  })

  const start = async (): Promise<unknown> => startServer({ workspace: work, ...quickStart })
  const push = (more: readonly string[] = []): Promise<CommandResult> =>
    runCommand(['neo4j', 'push', '--workspace', work, ...more])

  async function killServer(): Promise<void> {
    const { pid = 0, home = '' } = (await serverStatus(work)).record ?? {}
    process.kill(pid, 'SIGKILL')
    while (isRunning(pid, home)) await sleep(20)
  }

  /** Starts a push, kills the server when `kill` does, then the push. */
  async function pushUntil<Result>(kill: (printed: () => string) => Promise<Result>): Promise<Result> {
    let printed = ''
    const child = startCommand(['neo4j', 'push', '--workspace', work])
    child.stderr?.on('data', (chunk) => (printed += String(chunk)))
    const ended = finished(child)
    const early = ended.then(({ code }): never => {
      throw new Error(`push ended before the server was killed: exit code ${code}, ${printed}`)
    })
    const result = await Promise.race([kill(() => printed), early])
    child.kill('SIGKILL')
    await ended
    await early.catch(() => {})
    return result
  }

  async function expectSamePulled(): Promise<void> {
    const other = mkdtempSync(join(folder, 'other-'))
    const { uri, password } = testServer()
    const env = { NEO4J_URI: uri, NEO4J_PASSWORD: password }
    await succeeded(runCommand(['neo4j', 'pull', '--workspace', other], { env }))
    expect(await contentOfLatest(other)).toEqual(await contentOfLatest(work))
  }

  test('while a constraint is made, and again while pairs are written: the next push finishes the run', async () => {
    do await dropSchema()
    while (!(await pushUntil(() => holdConstraint(killServer))))
    await start()
    const [lost] = await runCypher(
      'SHOW INDEXES YIELD name, owningConstraint WHERE name IN $names AND owningConstraint IS NULL RETURN name',
      { names: constraintNames() },
    )
    // It is what makes `CREATE CONSTRAINT` of its name fail.
    expect(lost).toBeDefined()

    await pushUntil(async (printed) => {
      while (!printed().includes('Copy pairs')) await sleep(5)
      await killServer()
    })
    expect((await serverStatus(work)).state).toBe('stopped')
    const failed = await push()
    expect(failed.stderr).toMatch(/not reachable.*neo4j up/)
    expect(failed.code).toBe(4)
    await start()
    await succeeded(push())
    await expectSamePulled()
  }, 400_000)

  test('is filled from files when it is stopped', async () => {
    const files = join(folder, 'files')
    await succeeded(push(['--offline', files]))
    const filling = ['neo4j', 'import', files, '--workspace', work]
    expect((await runCommand(filling)).code).toBe(2)
    expect(await stopServer(work)).toBe(true)
    expect(await stopServer(work)).toBe(false)
    expect((await succeeded(runCommand(filling))).stdout).toContain('IMPORT DONE')
    await start()
    const unchanged = await succeeded(push(['--json']))
    expect(JSON.parse(unchanged.stdout)).toMatchObject({ seeds: 0, pairs: 0, marks: 0 })
    await expectSamePulled()
  }, 400_000)
})
