import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { lastLine, runTool } from '../../src/adapters/neo4j/server/run-tool.ts'
import { jarFolder } from '../../src/adapters/neo4j/server/server-jars.ts'

const version = '2.13.9'

const artifacts = ['proc', 'opengds-extension']

const pom = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local.conceptloom</groupId>
  <artifactId>gds-plugin</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${artifacts.map((artifact) => `    <dependency><groupId>org.neo4j.gds</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`).join('\n')}
  </dependencies>
</project>
`

/**
 * Puts Graph Data Science (the open edition, 32 MB from Maven Central, kept beside the server's jars) into the plugins of a server
 * home. Says why where it cannot be fetched; with CI=true that is an error.
 */
export async function addGraphDataScience(home: string): Promise<void> {
  try {
    const folder = await fetchJars()
    const plugins = join(home, 'plugins')
    mkdirSync(plugins, { recursive: true })
    for (const name of readdirSync(folder)) symlinkSync(join(folder, name), join(plugins, name))
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    console.log(`-- no Graph Data Science, its tests are skipped: ${String(error)}`)
  }
}

async function fetchJars(): Promise<string> {
  const folder = join(jarFolder(), '..', '..', `gds-${version}`)
  if (existsSync(folder)) return folder
  const above = join(folder, '..')
  mkdirSync(above, { recursive: true })
  const temporary = mkdtempSync(join(above, 'fetch-'))
  try {
    const target = join(temporary, 'plugins')
    writeFileSync(join(temporary, 'pom.xml'), pom)
    const { code, output } = await runTool('mvn', [
      '-B',
      '-q',
      '-f',
      join(temporary, 'pom.xml'),
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${target}`,
    ])
    if (code !== 0) throw new Error(`Maven failed: ${lastLine(output)}`)
    // Two versions of one library do not get along: what the server has in any version is its own.
    const ofServer = new Set(readdirSync(jarFolder()).map(libraryOf))
    for (const name of readdirSync(target))
      if (!name.endsWith(`-${version}.jar`) && ofServer.has(libraryOf(name))) rmSync(join(target, name))
    if (!existsSync(folder)) renameSync(target, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
  return folder
}

/** The name of a jar without its version. The parsers of Cypher 9 have one more number in their names, and so stay. */
function libraryOf(jar: string): string {
  return jar.replace(/-\d[\w.]*(?:-GA)?\.jar$/, '')
}
