import { ConceptloomError, ConfigurationError, ProviderError, StoreError } from '../../core/errors.ts'

/** What a server's answer means to whoever asked, in one line. Errors that are none of the server's are handed on. */
export function asStoreFailure(error: unknown, uri: string): unknown {
  if (error instanceof ConceptloomError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const message = (error.message.split('\n')[0] ?? '').slice(0, 300)
  const options = { cause: error }
  if (isLostConnection(error))
    return new ProviderError(`${cutLogin}: ${uri} (${message}); try again`, options)
  if (code === 'ProtocolError' || code === 'N/A')
    if (/handshake|HTTP|protocol|agree/i.test(message))
      return new ConfigurationError(`too old or not Neo4j: ${uri} (${message}); ${needed}`, options)
  if (code === 'ServiceUnavailable' || code === 'SessionExpired')
    return /protocol|handshake|version/i.test(message) && !/refused|connect/i.test(message)
      ? new ConfigurationError(`Neo4j too old or not Neo4j: ${uri} (${message}); ${needed}`, options)
      : new ProviderError(
          `Neo4j not reachable: ${uri} (${message}); start it with \`conceptloom neo4j up\`, or set NEO4J_URI`,
          options,
        )
  if (/^Neo\.ClientError\.Security\.(Unauthorized|CredentialsExpired|AuthenticationRateLimit)/.test(code))
    return new ConfigurationError(
      `wrong user or password: ${uri} (${message}); set NEO4J_USERNAME and NEO4J_PASSWORD`,
      options,
    )
  if (code.startsWith('Neo.ClientError.Security'))
    return new ConfigurationError(`not allowed: ${uri} (${message}); use a user who may write`, options)
  if (/DatabaseNotFound|DatabaseUnavailable/.test(code))
    return new ConfigurationError(`no such database: ${uri} (${message}); set NEO4J_DATABASE`, options)
  if (/NotALeader|ForbiddenOnReadOnlyDatabase|WriteOnReadOnly|AccessMode/.test(code))
    return new ProviderError(
      `Neo4j is read-only: ${uri} (${message}); connect to the leader with neo4j://, or allow writes`,
      options,
    )
  if (/ConstraintCreationFailed|ConstraintValidationFailed/.test(code))
    return new StoreError(
      `Neo4j holds what does not fit: ${uri} (${message}); use an empty database (NEO4J_DATABASE)`,
      options,
    )
  if (code.includes('OutOfMemory') || code.includes('MemoryPool'))
    return new ProviderError(`Neo4j is short of memory: ${uri} (${message}); give it more heap`, options)
  if (code.startsWith('Neo.TransientError'))
    return new ProviderError(`Neo4j gave up for now: ${uri} (${message}); try again`, options)
  if (code.startsWith('Neo.')) return new StoreError(`Neo4j refused: ${uri} (${code}: ${message})`, options)
  if (code === 'N/A' && /closed/i.test(message))
    return new StoreError(`store closed: ${uri}; open it again`, options)
  return error
}

const cutLogin = 'connection to Neo4j lost while logging in'

/** True for the failure that a connection cut during the log-in becomes. */
export function isCutLogin(error: unknown): boolean {
  return error instanceof ProviderError && error.message.startsWith(cutLogin)
}

function isLostConnection(error: Error): boolean {
  return 'code' in error && error.code === 'ProtocolError' && /closed|reset|EPIPE/.test(error.message)
}

const needed = 'Neo4j 5.23 or newer is needed'

/** @throws ConfigurationError when a server is older than the statements need */
export function checkVersion(version: string, uri: string): void {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  if (major > 5 || (major === 5 && minor >= 23)) return
  throw new ConfigurationError(`Neo4j too old: ${version} at ${uri}; ${needed}`)
}
