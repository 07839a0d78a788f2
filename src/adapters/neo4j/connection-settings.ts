import { ConfigurationError } from '../../core/errors.ts'
import { keptPassword } from './server/server-password.ts'
import { readServerRecord } from './server/server-record.ts'

export interface ConnectionSettings {
  readonly uri: string
  readonly username: string
  readonly password: string
  /** The user's own database when absent. */
  readonly database?: string
}

const schemes = ['bolt:', 'neo4j:', 'bolt+s:', 'neo4j+s:', 'bolt+ssc:', 'neo4j+ssc:']

/**
 * NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE; without an address, the server of the workspace.
 *
 * @throws ConfigurationError when there is no address or no password, or the address is none
 */
export function connectionSettings(
  workspace: string,
  environment: Readonly<Record<string, string | undefined>>,
): ConnectionSettings {
  const given = (name: string): string | undefined => environment[name] || undefined
  const record = readServerRecord(workspace)
  const uri = given('NEO4J_URI') ?? record?.uri
  if (uri === undefined)
    throw new ConfigurationError(
      'no Neo4j: set NEO4J_URI, or start a server with `conceptloom neo4j up` in this workspace',
    )
  if (!URL.canParse(uri) || !schemes.includes(new URL(uri).protocol))
    throw new ConfigurationError(`bad NEO4J_URI: ${uri}; give bolt://, neo4j:// or neo4j+s:// and a host`)
  const password = given('NEO4J_PASSWORD') ?? (record?.uri === uri ? keptPassword(record.home) : undefined)
  if (password === undefined) throw new ConfigurationError(`no password for ${uri}: set NEO4J_PASSWORD`)
  const database = given('NEO4J_DATABASE')
  const username = given('NEO4J_USERNAME') ?? record?.username ?? 'neo4j'
  return { uri, username, password, ...(database === undefined ? {} : { database }) }
}
