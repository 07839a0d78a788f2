import { describe, expect, test } from 'vitest'
import { ConfigurationError, ProviderError, StoreError } from '../../core/errors.ts'
import { asStoreFailure, checkVersion } from './neo4j-failures.ts'

const uri = 'bolt://host:7687'
const failure = (code: string, message = 'what the server said\nmore'): unknown =>
  asStoreFailure(Object.assign(new Error(message), { code }), uri)

describe('what a server answers', () => {
  test.each([
    ['ServiceUnavailable', ProviderError, /not reachable/],
    ['Neo.ClientError.Security.Unauthorized', ConfigurationError, /NEO4J_PASSWORD/],
    ['Neo.ClientError.Security.Forbidden', ConfigurationError, /not allowed/],
    ['Neo.ClientError.Database.DatabaseNotFound', ConfigurationError, /NEO4J_DATABASE/],
    ['Neo.ClientError.Cluster.NotALeader', ProviderError, /read-only/],
    ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', ProviderError, /read-only/],
    ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', ProviderError, /read-only/],
    ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', ProviderError, /heap/],
    ['Neo.TransientError.Transaction.DeadlockDetected', ProviderError, /try again/],
    ['Neo.ClientError.Schema.ConstraintValidationFailed', StoreError, /does not fit/],
    ['Neo.ClientError.Statement.SyntaxError', StoreError, /SyntaxError/],
  ] as const)('%s is one line of the right kind', (code, kind, text) => {
    const error = failure(code)
    expect(error).toBeInstanceOf(kind)
    const { message } = error as Error
    expect(message).toMatch(text)
    expect(message).toContain(uri)
    expect(message).not.toContain('\n')
  })

  test('what is none of the server is handed on', () => {
    const error = new TypeError('a fault of ours')
    expect(asStoreFailure(error, uri)).toBe(error)
    const refusal = new StoreError('cursor goes back')
    expect(asStoreFailure(refusal, uri)).toBe(refusal)
  })

  test('an old server is refused by its version', () => {
    for (const version of ['4.4.30', '5.22.0', 'unknown'])
      expect(() => checkVersion(version, uri)).toThrow(/too old.*5\.23/)
    for (const version of ['5.23.0', '5.26.30', '2026.08.1']) checkVersion(version, uri)
  })
})
