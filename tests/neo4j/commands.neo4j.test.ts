import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { serverStatus, startServer, stopServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import { isRunning } from '../../src/adapters/neo4j/server/java-server.ts'
import { runCommand, startCommand, finished } from '../cli/run-command.ts'
import { contentOf } from './sample-workspace.ts'
import { describeNeo4j, emptyDatabase, runCypher, testServer } from './test-server.ts'

describeNeo4j('commands', () => {
  let folder: string
  let work: string
  beforeEach(async () => {
    await emptyDatabase()
    folder = mkdtempSync(join(tmpdir(), 'conceptloom-neo4j-cli-'))
    work = join(folder, 'work')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const environment = (): Record<string, string> => ({
    NEO4J_URI: testServer().uri,
    NEO4J_PASSWORD: testServer().password,
  })
  const command = (args: readonly string[]): ReturnType<typeof runCommand> =>
    runCommand([...args, '--workspace', work], { env: environment() })
  const runArgs = (workspace: string, more: readonly string[] = []): string[] => [
    'run',
    '--seeds',
    'seeds',
    '--count',
    '300',
    '--seed',
    '3',
    '--workspace',
    workspace,
    '--json',
    ...more,
  ]
  const pairCount = async (): Promise<number> =>
    Number((await runCypher('MATCH (p:Pair) RETURN count(p) AS pairs'))[0]?.['pairs'])

  test('push, pull and push offline speak of the same run', async () => {
    expect((await runCommand(runArgs(work))).code).toBe(0)
    const pushed = await command(['neo4j', 'push', '--json'])
    expect(pushed.stderr).toContain('Copy pairs')
    expect(pushed.code).toBe(0)
    expect(JSON.parse(pushed.stdout)).toMatchObject({ pairs: 300, marks: 0 })
    expect(JSON.parse((await command(['neo4j', 'push', '--json'])).stdout)).toMatchObject({
      seeds: 0,
      pairs: 0,
    })
    const [families] = await runCypher(
      'MATCH (:Family)-[e:EXERCISES]->(:KnowledgePoint) RETURN count(e) AS links',
    )
    expect(Number(families?.['links'])).toBeGreaterThan(50)
    const [requires] = await runCypher(
      'MATCH (:KnowledgePoint)-[r:REQUIRES]->(:KnowledgePoint) RETURN count(r) AS links',
    )
    expect(Number(requires?.['links'])).toBeGreaterThan(50)
    const other = join(folder, 'other')
    const pulled = await runCommand(['neo4j', 'pull', '--workspace', other, '--json'], { env: environment() })
    expect(JSON.parse(pulled.stdout)).toMatchObject({ pairs: 300 })
    const offline = await command(['neo4j', 'push', '--offline', join(folder, 'files')])
    expect(offline.stderr).toContain('neo4j-admin database import full')
  })

  test('run --store neo4j writes what a run and a push write', async () => {
    const direct = await runCommand(runArgs(work, ['--store', 'neo4j']), { env: environment() })
    expect(direct.stderr).not.toContain('conceptloom:')
    expect(direct.code).toBe(0)
    const contents = (): ReturnType<typeof runCypher> =>
      runCypher(
        'MATCH (p:Pair)-[:SAMPLED_BY]->(w) RETURN p.id AS id, p.index AS index, p.marks AS marks, w.id AS walk ORDER BY index',
      )
    const written = await contents()
    expect(written).toHaveLength(300)
    await emptyDatabase()
    const local = join(folder, 'local')
    await runCommand(runArgs(local))
    await runCommand(['neo4j', 'push', '--workspace', local], { env: environment() })
    expect(await contents()).toEqual(written)
  })

  test('a run whose process is killed in the middle goes on to the same pairs', async () => {
    const args = runArgs(work, ['--store', 'neo4j', '--count', '1500'])
    const child = startCommand(args, { env: environment() })
    const ended = finished(child)
    while ((await pairCount()) === 0 && child.exitCode === null) await sleep(20)
    child.kill('SIGKILL')
    await ended
    const again = await runCommand(args, { env: environment() })
    expect(again.code).toBe(0)
    expect(await pairCount()).toBe(1500)
    const ids = async (): Promise<unknown> => runCypher('MATCH (p:Pair) RETURN p.id AS id ORDER BY p.index')
    const resumed = await ids()
    await emptyDatabase()
    await runCommand(args, { env: environment() })
    expect(await ids()).toEqual(resumed)
  })

  test('a server and a push killed in the middle: a stopped server is named, and the next push finishes the run', async () => {
    // A server of its own, on free ports, which is also the one that imports files.
    const place = { workspace: work, with: 'java', report: () => {} } as const
    const javaOptions = ['-XX:TieredStopAtLevel=1']
    expect((await runCommand(runArgs(work, ['--count', '3000']))).code).toBe(0)
    const { record, newPassword } = await startServer({ ...place, javaOptions })
    expect(newPassword?.length).toBeGreaterThan(20)
    try {
      const child = startCommand(['neo4j', 'push', '--workspace', work])
      const ended = finished(child)
      await sleep(1500)
      process.kill(record.pid ?? 0, 'SIGKILL')
      while (isRunning(record.pid ?? 0, record.home)) await sleep(50)
      expect((await serverStatus(work)).state).toBe('stopped')
      child.kill('SIGKILL')
      await ended
      const failed = await runCommand(['neo4j', 'push', '--workspace', work])
      expect(failed.code).toBe(4)
      expect(failed.stderr).toMatch(/not reachable.*neo4j up/)
      await startServer({ ...place, javaOptions })
      expect((await runCommand(['neo4j', 'push', '--workspace', work])).code).toBe(0)
      const other = join(folder, 'other')
      const pull = async (): Promise<void> => {
        const { code } = await runCommand(['neo4j', 'pull', '--workspace', other], {
          env: { NEO4J_URI: (await serverStatus(work)).record?.uri ?? '', NEO4J_PASSWORD: newPassword ?? '' },
        })
        expect(code).toBe(0)
      }
      await pull()
      expect(await everything(other)).toEqual(await everything(work))

      const files = join(folder, 'files')
      await runCommand(['neo4j', 'push', '--offline', files, '--workspace', work])
      expect((await runCommand(['neo4j', 'import', files, '--workspace', work])).code).toBe(2)
      expect(await stopServer(work)).toBe(true)
      expect(await stopServer(work)).toBe(false)
      const imported = await runCommand(['neo4j', 'import', files, '--workspace', work])
      expect(imported.stdout).toContain('IMPORT DONE')
      await startServer({ ...place, javaOptions })
      const unchanged = await runCommand(['neo4j', 'push', '--json', '--workspace', work])
      expect(JSON.parse(unchanged.stdout)).toMatchObject({ seeds: 0, pairs: 0, marks: 0 })
      rmSync(other, { recursive: true })
      await pull()
      expect(await everything(other)).toEqual(await everything(work))
    } finally {
      await stopServer(work)
    }
  }, 400_000)
})

/** All that a workspace holds of its latest run. */
async function everything(folder: string): Promise<unknown> {
  const stores = await openWorkspace(folder)
  try {
    const [run] = await stores.runs.list()
    if (run === undefined) throw new Error(`no run in ${folder}`)
    return await contentOf(stores, run)
  } finally {
    await stores.close()
  }
}
