import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError, ProviderError } from '../../../core/errors.ts'
import { lastLine, runTool } from './run-tool.ts'
import { serverPom, serverVersion } from './server-pom.ts'

const otherWays = 'or start Docker, or set NEO4J_URI to a server of yours'

/** @throws ConfigurationError where there is no Java of version 17 or newer */
export async function requireJava(): Promise<void> {
  const { code, output } = await runTool('java', ['-version'])
  const remedy = `install Java 17 (Debian: apt-get install openjdk-17-jre-headless), ${otherWays}`
  if (code !== 0) throw new ConfigurationError(`no Java: java cannot be run; ${remedy}`)
  const version = /version "(\d+)/.exec(output)?.[1]
  if (Number(version) < 17)
    throw new ConfigurationError(`Java too old: ${version}, Neo4j ${serverVersion} needs 17; ${remedy}`)
}

/** Folder of the jars: `$XDG_CACHE_HOME/conceptloom/neo4j-VERSION/lib`. */
export function jarFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(cache, 'conceptloom', `neo4j-${serverVersion}`, 'lib')
}

/**
 * The folder with the server's jars; the first call fetches them from Maven Central (about 137 MB). Calls at the same time do not
 * disturb each other: each fetches to a folder of its own and the first one to be done renames it.
 *
 * @throws ConfigurationError without Maven, ProviderError when Maven fails
 */
export async function assembleJars(report: (text: string) => void): Promise<string> {
  const folder = jarFolder()
  if (existsSync(folder)) return folder
  const maven = await runTool('mvn', ['--version'])
  if (maven.code !== 0)
    throw new ConfigurationError(
      `no Maven: mvn cannot be run; install it (Debian: apt-get install maven), ${otherWays}`,
    )
  const above = join(folder, '..')
  mkdirSync(above, { recursive: true })
  const temporary = mkdtempSync(join(above, 'fetch-'))
  try {
    const pom = join(temporary, 'pom.xml')
    writeFileSync(pom, serverPom)
    report(`fetching Neo4j ${serverVersion} from Maven Central to ${folder} (about 137 MB, once)`)
    const { code, output } = await runTool('mvn', [
      '-B',
      '-q',
      '-f',
      pom,
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(temporary, 'lib')}`,
    ])
    if (code !== 0) {
      const log = join(above, 'maven.log')
      writeFileSync(log, output)
      const reason = /^\[ERROR\] (.*)$/m.exec(output)?.[1] ?? lastLine(output)
      throw new ProviderError(`Maven failed: ${reason.slice(0, 200)}; see ${log} and try again`)
    }
    // Another process may have been faster; what it has put there is the same.
    if (!existsSync(folder)) renameSync(join(temporary, 'lib'), folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  return folder
}
