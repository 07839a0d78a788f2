import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finished, runCommand, startCommand, succeeded } from '../cli/run-command.ts'
import { contentOfLatest } from './local-workspace.ts'
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
    succeeded(runCommand([...args, '--workspace', work], { env: environment() }))
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
    await succeeded(runCommand(runArgs(work)))
    const pushed = await command(['neo4j', 'push', '--json'])
    expect(pushed.stderr).toContain('Copy pairs')
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
    const pulled = await succeeded(
      runCommand(['neo4j', 'pull', '--workspace', other, '--json'], { env: environment() }),
    )
    expect(JSON.parse(pulled.stdout)).toMatchObject({ pairs: 300 })
    const offline = await command(['neo4j', 'push', '--offline', join(folder, 'files')])
    expect(offline.stderr).toContain('neo4j-admin database import full')
  })

  test('run --store neo4j writes what a run and a push write', async () => {
    const direct = await succeeded(runCommand(runArgs(work, ['--store', 'neo4j']), { env: environment() }))
    expect(direct.stderr).not.toContain('conceptloom:')
    const contents = (): ReturnType<typeof runCypher> =>
      runCypher(
        'MATCH (p:Pair)-[:SAMPLED_BY]->(w) RETURN p.id AS id, p.index AS index, p.marks AS marks, w.id AS walk ORDER BY index',
      )
    const written = await contents()
    expect(written).toHaveLength(300)
    await emptyDatabase()
    const local = join(folder, 'local')
    await succeeded(runCommand(runArgs(local)))
    await succeeded(runCommand(['neo4j', 'push', '--workspace', local], { env: environment() }))
    expect(await contents()).toEqual(written)
  })

  test('a run whose process is killed in the middle goes on to the same pairs', async () => {
    // Stored in eight blocks.
    const args = ['--count', '1000']
    const remoteArgs = runArgs(work, ['--store', 'neo4j', ...args])
    const child = startCommand(remoteArgs, { env: environment() })
    const ended = finished(child)
    while ((await pairCount()) === 0 && child.exitCode === null) await sleep(20)
    child.kill('SIGKILL')
    await ended
    expect(await pairCount()).toBeLessThan(1000)
    await succeeded(runCommand(remoteArgs, { env: environment() }))
    const resumed = await runCypher('MATCH (p:Pair) RETURN p.id AS id ORDER BY p.index')
    const local = join(folder, 'local')
    await succeeded(runCommand(runArgs(local, args)))
    const { pairs } = await contentOfLatest(local)
    expect(resumed.map(({ id }) => id)).toEqual(pairs.map(({ id }) => id))
  })
})
