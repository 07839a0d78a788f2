import { existsSync, readFileSync } from 'node:fs'
import { Option, type Command } from '@commander-js/extra-typings'
import { ConfigurationError, UsageError } from '../../../core/errors.ts'
import { commandWith, configOf, wholeNumber, type Flags } from '../options.ts'
import { watchInterrupt } from '../watch-interrupt.ts'
import { writeLine } from '../write-line.ts'

/** `conceptloom serve`: the HTTP API and the page of a workspace, until Ctrl-C or SIGTERM. */
export function serveCommand(): Command {
  const command = commandWith('serve', ['calls', 'place'])
    .description('serve a workspace over HTTP: API under /v1, its documentation at /docs, the page at /')
    .option('--host <address>', 'what to listen on; anything but this machine needs a token', '127.0.0.1')
    .option('--port <n>', 'port; 0 takes any free one', port, 4747)
    .option('--token-file <file>', 'file that holds the token requests must bring; or set API_TOKEN')
    .option('--allow-host <name...>', 'further names that requests may ask for in Host')
    .option('--model <name...>', 'models that generations may name, as MODEL or MODEL@ENDPOINT')
    .option('--rate-limit <n>', 'requests a minute from one address; 0 for any number', wholeNumber(0))
    .addOption(
      new Option('--log <level>', 'what is logged on standard error, as JSON lines')
        .choices(['silent', 'error', 'warn', 'info'])
        .default('warn'),
    )
    .action((flags) => serveAction(flags as Flags))
  return command as unknown as Command
}

async function serveAction({ model, ...flags }: Flags): Promise<void> {
  const [{ serve, serviceLogger }, { openService }, { openExplorer }, { version }] = await Promise.all([
    import('../../api/serve.ts'),
    import('../../service/open-service.ts'),
    import('../../../pipeline/explore/open-explorer.ts'),
    import('../../api/version.ts'),
  ])
  const { config } = configOf(flags)
  const { workspace } = config.run
  if (!existsSync(workspace))
    throw new UsageError(
      `no workspace: ${workspace}; make one with \`conceptloom run\`, or name it with --workspace`,
    )
  const names =
    (model as readonly string[] | undefined) ?? (config.model.name === undefined ? [] : [config.model.name])
  const { cost } = config.model.budget
  const token = tokenOf(flags['tokenFile'] as string | undefined, process.env)
  const { service, stores } = await openService(config, {
    models: names,
    ...(cost === undefined ? {} : { maximumCost: cost }),
  })
  const explorer = openExplorer({ stores, config })
  let serving
  try {
    serving = await serve(
      { service, explorer },
      {
        host: flags['host'] as string,
        port: flags['port'] as number,
        token,
        allowedHosts: (flags['allowHost'] as readonly string[] | undefined) ?? [],
        requestsPerMinute: flags['rateLimit'] as number | undefined,
        version,
        logger: serviceLogger(flags['log'] as string),
        models: names,
        workspace,
      },
    )
  } catch (error) {
    await explorer.close()
    await service.close()
    throw error
  }
  process.stderr.write(`serving ${workspace} at ${serving.url}\n`)
  if (flags['json'] === true) await writeLine(JSON.stringify({ url: serving.url, pid: process.pid }))
  await signalled()
  await serving.stop()
}

/** Resolves at the first Ctrl-C or SIGTERM, which sets the exit code: one asked for by a supervisor is no failure. */
async function signalled(): Promise<void> {
  process.once('SIGINT', () => (process.exitCode = 130))
  const { signal } = watchInterrupt()
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

function port(text: string): number {
  const value = wholeNumber(0)(text)
  if (value > 65_535) throw new UsageError(`port: ${text}; give one from 0 to 65535`)
  return value
}

/** The token of the file, or of the environment; never of the command line, which others on the machine can read. */
function tokenOf(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (file === undefined) return environment['API_TOKEN'] === '' ? undefined : environment['API_TOKEN']
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new ConfigurationError(`token file cannot be read: ${file}`)
  }
}
