import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigurationError, ProviderError } from '../../../core/errors.ts'
import { lastLine, runTool } from './run-tool.ts'
import { serverSettings, type ServerPorts } from './server-settings.ts'

export interface JavaServer {
  readonly home: string
  readonly jars: string
  readonly ports: ServerPorts
  readonly password: string
  /** Heap, for example `1g`. */
  readonly heap: string
  readonly pageCache: string
  /** More options for the virtual machine. */
  readonly javaOptions?: readonly string[]
}

const modules = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch']

export const serverLog = (home: string): string => join(home, 'logs', 'console.log')

/** True when a server home has no database yet. */
export function isFreshHome(home: string): boolean {
  return !existsSync(join(home, 'data', 'databases'))
}

/** Starts a server that outlives this process; returns its pid. It may not answer yet. */
export async function startJavaServer(server: JavaServer): Promise<number> {
  const home = resolve(server.home)
  for (const name of ['conf', 'logs', 'run', 'data', 'plugins', 'import', 'licenses'])
    mkdirSync(join(home, name), { recursive: true })
  const hasPlugins = readdirSync(join(home, 'plugins')).some((name) => name.endsWith('.jar'))
  writeFileSync(join(home, 'conf', 'neo4j.conf'), serverSettings(server.ports, server.pageCache, hasPlugins))
  if (isFreshHome(home)) await setPassword(server, home)
  const log = openSync(serverLog(home), 'w')
  const child = spawn(
    'java',
    [
      `-Xms${server.heap}`,
      `-Xmx${server.heap}`,
      '-XX:+UseParallelGC',
      '-XX:-OmitStackTraceInFastThrow',
      ...(server.javaOptions ?? []),
      ...modules.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
      '-Dlog4j2.disable.jmx=true',
      '-Dfile.encoding=UTF-8',
      '-cp',
      classPath(home, server.jars),
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${home}`,
      `--config-dir=${join(home, 'conf')}`,
    ],
    { detached: true, stdio: ['ignore', log, log], cwd: home },
  )
  closeSync(log)
  child.unref()
  const { pid } = child
  if (pid === undefined) throw new ConfigurationError('no Java: java cannot be run; install Java 17')
  return pid
}

function classPath(home: string, jars: string): string {
  return [join(home, 'plugins', '*'), join(home, 'conf', '*'), join(jars, '*')].join(':')
}

async function setPassword({ jars, password }: JavaServer, home: string): Promise<void> {
  const { code, output } = await runAdmin({ home, jars }, ['dbms', 'set-initial-password', '--', password])
  if (code !== 0) throw new ProviderError(`password cannot be set: ${lastLine(output)}; look into ${home}`)
}

/** Runs `neo4j-admin` on a server home. */
export function runAdmin(
  { home, jars }: Pick<JavaServer, 'home' | 'jars'>,
  args: readonly string[],
  cwd?: string,
): ReturnType<typeof runTool> {
  return runTool(
    'java',
    [
      '-XX:+UseParallelGC',
      '-cp',
      classPath(home, jars),
      'org.neo4j.server.startup.Neo4jAdminCommand',
      ...args,
    ],
    {
      environment: { NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
      ...(cwd === undefined ? {} : { cwd }),
    },
  )
}

/** True while the process lives and is a server of this home; another process may have got the same pid. */
export function isRunning(pid: number, home: string): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--home-dir=${resolve(home)}\0`)
  } catch {
    // Without /proc the pid is all there is; with it, a process that has just gone.
    return !existsSync('/proc/self')
  }
}

/** Asks a server to stop and waits for it; kills it after half a minute. */
export async function stopJavaServer(pid: number, home: string): Promise<void> {
  if (!isRunning(pid, home)) return
  process.kill(pid, 'SIGTERM')
  for (let waited = 0; isRunning(pid, home); waited += 100) {
    if (waited === 30_000) process.kill(pid, 'SIGKILL')
    await sleep(100)
  }
}
