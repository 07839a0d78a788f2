import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { configSchema, type Config } from './config.ts'
import { ConfigurationError, UsageError } from './errors.ts'

/** Where a setting's value came from. */
export type ConfigOrigin = 'default' | 'file' | 'environment' | 'flag'

/** Settings by dotted name, for example `generation.count`. */
export type Settings = Readonly<Record<string, unknown>>

export interface LoadedConfig {
  readonly config: Config
  /** Origin of each setting that is not a default. */
  readonly origins: Readonly<Record<string, ConfigOrigin>>
}

const environmentPrefix = 'CONCEPTLOOM_'

/**
 * The configuration: defaults < file < environment < flags. The file is YAML with the groups of {@link Config}; a variable is
 * `CONCEPTLOOM_GROUP_NAME` in capitals, for example `CONCEPTLOOM_RUN_WORKERS=4`, its value read as YAML.
 *
 * @param sources.file  path of the configuration file; none is read when absent
 * @throws ConfigurationError naming the setting, where it came from and what is allowed
 */
export function loadConfig(sources: {
  readonly file?: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly flags: Settings
}): LoadedConfig {
  const tree: Record<string, unknown> = {}
  const origins: Record<string, ConfigOrigin> = {}
  const place = (settings: Settings, origin: ConfigOrigin): void => {
    for (const [name, value] of Object.entries(settings)) {
      if (value === undefined) continue
      placeAt(tree, name.split('.'), value)
      origins[name] = origin
    }
  }
  if (sources.file !== undefined) place(readFile(sources.file), 'file')
  place(readEnvironment(sources.environment), 'environment')
  place(sources.flags, 'flag')
  const parsed = configSchema.safeParse(tree)
  if (parsed.success) return { config: parsed.data, origins }
  const [issue] = parsed.error.issues
  const name = issue?.path.join('.') ?? ''
  const Wrong = origins[name] === 'flag' ? UsageError : ConfigurationError
  throw new Wrong(`bad setting ${name} (from ${origins[name] ?? 'file'}): ${issue?.message ?? 'unknown'}`)
}

function readFile(file: string): Settings {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigurationError(`cannot read configuration: ${file}; write one with \`conceptloom init\``, {
      cause,
    })
  }
  let value: unknown
  try {
    value = parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : 'unreadable'
    throw new ConfigurationError(`not YAML: ${file}: ${reason}`, { cause })
  }
  if (value === null) return {}
  if (!isRecord(value)) throw new ConfigurationError(`not a mapping of groups: ${file}`)
  return flatten(value, '')
}

/** Settings whose keys are the user's: they are leaves. */
const userKeyed = new Set(['seeds.map', 'engine.parameters', 'model.endpoints'])

/** Dotted names of the leaves. */
function flatten(value: Readonly<Record<string, unknown>>, prefix: string): Settings {
  const settings: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (isRecord(inner) && !userKeyed.has(name)) Object.assign(settings, flatten(inner, name))
    else settings[name] = inner
  }
  return settings
}

/** Names of all settings, from the schema's own defaults, so that a variable finds its camel-case name. */
const settingNames: ReadonlyMap<string, string> = new Map(
  [
    ...Object.keys(flatten(configSchema.parse({}) as unknown as Record<string, unknown>, '')),
    'engine.fromRun',
    'engine.labels',
    'engine.alignment',
    'dataset.size',
    'run.out',
    'model.name',
    'model.requestsPerMinute',
    'model.tokensPerMinute',
    'model.prices',
    'model.budget.requests',
    'model.budget.tokens',
    'model.budget.cost',
  ].map((name) => [name.replaceAll('.', '_').toUpperCase(), name]),
)

function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Settings {
  const settings: Record<string, unknown> = {}
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(environmentPrefix) || text === undefined) continue
    const name = settingNames.get(variable.slice(environmentPrefix.length))
    if (name === undefined)
      throw new ConfigurationError(
        `unknown variable: ${variable}; \`conceptloom config show\` lists all settings`,
      )
    settings[name] = parse(text)
  }
  return settings
}

function placeAt(tree: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path
  if (first === undefined || first === '__proto__') return
  if (rest.length === 0) {
    tree[first] = value
    return
  }
  const inner = Object.hasOwn(tree, first) ? tree[first] : undefined
  const next: Record<string, unknown> = isRecord(inner) ? inner : {}
  tree[first] = next
  placeAt(next, rest, value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
