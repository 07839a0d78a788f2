import { Argument, Command, Option } from '@commander-js/extra-typings'
import type * as Copies from '../neo4j-copies.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'

/** `conceptloom neo4j up|down|status|push|pull|import`. */
export function neo4jCommand(): Command {
  const up = commandWith('up', ['place'])
    .description('start a Neo4j server for this workspace: by Docker, or from Maven Central with Java 17')
    .addOption(new Option('--with <what>', 'where it runs').choices(['docker', 'java']))
    .option('--home <folder>', 'data, logs and password (default: neo4j in the workspace)')
    .option('--bolt-port <n>', '7687, or a free one where that is taken', wholeNumber(1))
    .option('--http-port <n>', '7474, or a free one where that is taken', wholeNumber(1))
    .option('--heap <size>', 'memory of the server, for example 2g')
    .option('--page-cache <size>', 'memory for its files, for example 1g')
    .action((flags) => upAction(flags as Flags))
  const down = commandWith('down', ['place'])
    .description('stop the server of this workspace; its data stay')
    .action((flags) => downAction(flags as Flags))
  const status = commandWith('status', ['place'])
    .description('whether the server of this workspace runs, and where')
    .action((flags) => statusAction(flags as Flags))
  const push = commandWith('push', ['place'])
    .description('copy a run with seeds, graph, walks and provenance to Neo4j; again brings it up to date')
    .option('--run <id>', 'the run; the latest finished by default')
    .option('--all', 'all runs of the workspace')
    .option('--offline <folder>', 'write files for `neo4j-admin database import` instead')
    .action(async (flags) => (await copies()).pushAction(flags as Flags))
  const pull = commandWith('pull', ['place'])
    .description('copy a run from Neo4j to the workspace')
    .option('--run <id>', 'the run; the latest finished by default')
    .option('--all', 'all runs of the database')
    .action(async (flags) => (await copies()).pullAction(flags as Flags))
  const importing = commandWith('import', ['place'])
    .description(
      'load files of `push --offline` into the stopped server of this workspace, replacing what it has',
    )
    .addArgument(new Argument('<folder>', 'the folder that push wrote'))
  importing.action(async (...input: readonly unknown[]) =>
    (await copies()).importAction(String(input[0]), input[1] as Flags),
  )
  const group = new Command('neo4j').description('a Neo4j server, and the way to and from it')
  for (const command of [up, down, status, push, pull, importing])
    group.addCommand(command as unknown as Command)
  return group as unknown as Command
}

function copies(): Promise<typeof Copies> {
  return import('../neo4j-copies.ts')
}

async function upAction(flags: Flags): Promise<void> {
  const { neo4jServer } = await import('../../../wire.ts')
  const { startServer } = await neo4jServer()
  const { config } = configOf(flags)
  const chosen = Object.fromEntries(
    ['with', 'home', 'boltPort', 'httpPort', 'heap', 'pageCache']
      .filter((name) => flags[name] !== undefined)
      .map((name) => [name, flags[name]]),
  )
  const { record, wasRunning, newPassword } = await startServer({
    ...chosen,
    workspace: config.run.workspace,
    report: (text) => process.stderr.write(`${text}\n`),
  })
  const { uri, browser, username, home } = record
  if (flags['json'] === true) {
    const shown = newPassword === undefined ? {} : { password: newPassword }
    process.stdout.write(`${JSON.stringify({ ...record, wasRunning, ...shown })}\n`)
    return
  }
  const password =
    newPassword === undefined
      ? 'NEO4J_PASSWORD, or the one shown by the first start'
      : `${newPassword} (shown once; kept in ${home}/password)`
  process.stdout.write(
    `${wasRunning ? 'already running' : 'running'}\n  Bolt      ${uri}\n  Browser   ${browser}\n  user      ${username}\n  password  ${password}\n`,
  )
}

async function downAction(flags: Flags): Promise<void> {
  const { neo4jServer } = await import('../../../wire.ts')
  const { stopServer } = await neo4jServer()
  const wasRunning = await stopServer(configOf(flags).config.run.workspace)
  process.stdout.write(
    flags['json'] === true
      ? `${JSON.stringify({ wasRunning })}\n`
      : `${wasRunning ? 'stopped' : 'not running'}\n`,
  )
}

async function statusAction(flags: Flags): Promise<void> {
  const { neo4jServer } = await import('../../../wire.ts')
  const { serverStatus } = await neo4jServer()
  const { state, record } = await serverStatus(configOf(flags).config.run.workspace)
  if (flags['json'] === true) process.stdout.write(`${JSON.stringify({ state, ...record })}\n`)
  else if (state === 'stopped' || record === undefined) process.stdout.write('stopped\n')
  else process.stdout.write(`${state}\n  Bolt      ${record.uri}\n  Browser   ${record.browser}\n`)
}
