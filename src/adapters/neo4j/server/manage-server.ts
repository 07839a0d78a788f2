import { join, resolve } from 'node:path'
import { ProviderError, UsageError } from '../../../core/errors.ts'
import { importArguments } from '../offline/import-layout.ts'
import { answersBolt, awaitServer } from './await-server.ts'
import { hasDocker, isDockerRunning, startDockerServer, stopDockerServer } from './docker-server.ts'
import { freePort } from './free-port.ts'
import {
  isFreshHome,
  isRunning,
  runAdmin,
  serverLog,
  startJavaServer,
  stopJavaServer,
} from './java-server.ts'
import { lastLine } from './run-tool.ts'
import { assembleJars, jarFolder, requireJava } from './server-jars.ts'
import { type ServerPassword, serverPassword } from './server-password.ts'
import {
  readServerRecord,
  removeServerRecord,
  type ServerRecord,
  writeServerRecord,
} from './server-record.ts'

export interface StartServer {
  readonly workspace: string
  /** Folder of data, logs and password. @default `<workspace>/neo4j` */
  readonly home?: string
  /** @default Docker where its daemon answers, otherwise Java */
  readonly with?: 'docker' | 'java'
  /** @default 7687, or any free port where that is taken */
  readonly boltPort?: number
  /** @default 7474, or any free port where that is taken */
  readonly httpPort?: number
  /** @default '1g' */
  readonly heap?: string
  /** @default '512m' */
  readonly pageCache?: string
  /** More options for the Java virtual machine. */
  readonly javaOptions?: readonly string[]
  readonly report: (text: string) => void
}

export interface StartedServer {
  readonly record: ServerRecord
  readonly wasRunning: boolean
  /** A password made by this call, to be shown once. */
  readonly newPassword?: string
}

/**
 * Starts the server of a workspace, or finds it running, and writes its address down. It outlives this process.
 *
 * @throws ConfigurationError without Docker, Java or Maven, or on a wrong password; UsageError on a taken port; ProviderError when it
 *   does not start
 */
export async function startServer(options: StartServer): Promise<StartedServer> {
  const { workspace } = options
  const before = readServerRecord(workspace)
  if (before !== undefined && (await isUp(before))) {
    refuseOtherPorts(before, options)
    return { record: before, wasRunning: true }
  }
  const kind = options.with ?? before?.kind ?? ((await hasDocker()) ? 'docker' : 'java')
  const home = resolve(options.home ?? before?.home ?? join(workspace, 'neo4j'))
  const ports = {
    bolt: await freePort(options.boltPort, [before?.ports.bolt, 7687]),
    http: await freePort(options.httpPort, [before?.ports.http, 7474]),
  }
  const address: ServerRecord = {
    uri: `bolt://127.0.0.1:${ports.bolt}`,
    browser: `http://127.0.0.1:${ports.http}/browser/`,
    username: 'neo4j',
    kind,
    home,
    ports,
  }
  const start = kind === 'docker' ? startInDocker : startWithJava
  const { record, password, isNew } = await start(options, address)
  return { record, wasRunning: false, ...(isNew ? { newPassword: password } : {}) }
}

type Started = ServerPassword & { readonly record: ServerRecord }

async function startWithJava(options: StartServer, address: ServerRecord): Promise<Started> {
  await requireJava()
  const jars = await assembleJars(options.report)
  const { home, uri, username } = address
  const secret = serverPassword(home, isFreshHome(home))
  const { ports, password } = { ...address, ...secret }
  options.report(`starting Neo4j in ${home}`)
  const pid = await startJavaServer({ home, jars, ports, password, ...sizes(options) })
  const record = { ...address, pid }
  // Written before it answers: `down` finds a server whose start was interrupted.
  writeServerRecord(options.workspace, record)
  const isAlive = (): boolean => isRunning(pid, home)
  try {
    await awaitServer({ uri, username, password, isAlive, log: serverLog(home) })
  } catch (error) {
    await stopJavaServer(pid, home)
    removeServerRecord(options.workspace)
    throw error
  }
  return { ...secret, record }
}

async function startInDocker(options: StartServer, address: ServerRecord): Promise<Started> {
  const { home, ports, uri, username } = address
  const secret = serverPassword(home, true)
  const { password } = secret
  options.report('starting the official image')
  await startDockerServer({ home, ports, password, ...sizes(options) })
  writeServerRecord(options.workspace, address)
  const log = `docker compose --file ${join(home, 'compose.yaml')} logs`
  try {
    await awaitServer({ uri, username, password, isAlive: () => true, log })
  } catch (error) {
    await stopDockerServer(home)
    removeServerRecord(options.workspace)
    throw error
  }
  return { ...secret, record: address }
}

function sizes({ heap = '1g', pageCache = '512m', javaOptions = [] }: StartServer): {
  readonly heap: string
  readonly pageCache: string
  readonly javaOptions: readonly string[]
} {
  return { heap, pageCache, javaOptions }
}

function refuseOtherPorts({ ports }: ServerRecord, { boltPort, httpPort }: StartServer): void {
  if ((boltPort ?? ports.bolt) === ports.bolt && (httpPort ?? ports.http) === ports.http) return
  throw new UsageError(
    `already running on other ports: ${ports.bolt} and ${ports.http}; run \`conceptloom neo4j down\` first`,
  )
}

async function isUp({ kind, home, pid }: ServerRecord): Promise<boolean> {
  return kind === 'docker' ? isDockerRunning(home) : pid !== undefined && isRunning(pid, home)
}

export interface ServerStatus {
  readonly state: 'stopped' | 'starting' | 'running'
  /** The server that runs, or the one that did; absent when `up` was never called. */
  readonly record?: ServerRecord
}

export async function serverStatus(workspace: string): Promise<ServerStatus> {
  const record = readServerRecord(workspace)
  if (record === undefined) return { state: 'stopped' }
  if (!(await isUp(record))) return { state: 'stopped', record }
  return { state: (await answersBolt(record.ports.bolt)) ? 'running' : 'starting', record }
}

/** Stops the server of a workspace; its data stay. True when there was one to stop. */
export async function stopServer(workspace: string): Promise<boolean> {
  const record = readServerRecord(workspace)
  if (record === undefined || !(await isUp(record))) return false
  if (record.kind === 'docker') await stopDockerServer(record.home)
  else if (record.pid !== undefined) await stopJavaServer(record.pid, record.home)
  return true
}

/**
 * Loads the files of an import folder into the stopped Java server of a workspace, in place of what it has; gives the last line the
 * import prints.
 *
 * @throws UsageError while the server runs, or where there is none; ProviderError when the import fails
 */
export async function importFiles(workspace: string, folder: string): Promise<string> {
  const record = readServerRecord(workspace)
  if (record?.kind !== 'java')
    throw new UsageError(
      'no Java server in this workspace: make one with `conceptloom neo4j up --with java` and stop it, or use the command that push --offline printed',
    )
  if (await isUp(record)) throw new UsageError('the server runs: stop it with `conceptloom neo4j down` first')
  const args = ['database', 'import', 'full', ...importArguments()]
  const { code, output } = await runAdmin({ home: record.home, jars: jarFolder() }, args, resolve(folder))
  if (code !== 0) throw new ProviderError(`import failed: ${lastLine(output)}; its report is in ${folder}`)
  return /^IMPORT DONE.*$/m.exec(output)?.[0] ?? 'imported'
}
