import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '../../../core/errors.ts'

export interface ServerPassword {
  readonly password: string
  /** Made just now: to be shown once. */
  readonly isNew: boolean
}

/** File of a generated password, readable by its owner alone. */
export const passwordFile = (home: string): string => join(home, 'password')

/** The password that was generated for a server home, or `undefined`. */
export function keptPassword(home: string): string | undefined {
  const file = passwordFile(home)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/**
 * NEO4J_PASSWORD, or the one kept in the server's home, or a new one that is kept there.
 *
 * @param isFresh  the home has no database yet, so the password is still to be set
 * @throws ConfigurationError when the given one is too short, or the database has one that nobody knows here
 */
export function serverPassword(home: string, isFresh: boolean): ServerPassword {
  const given = process.env['NEO4J_PASSWORD']
  if (given !== undefined && given !== '') {
    if (given.length < 8) throw new ConfigurationError('NEO4J_PASSWORD too short: Neo4j wants 8 characters')
    return { password: given, isNew: false }
  }
  const kept = keptPassword(home)
  if (kept !== undefined) return { password: kept, isNew: false }
  if (!isFresh)
    throw new ConfigurationError(`password unknown: the database in ${home} has one; set NEO4J_PASSWORD`)
  const password = randomBytes(18).toString('base64url')
  mkdirSync(home, { recursive: true })
  writeFileSync(passwordFile(home), `${password}\n`, { mode: 0o600 })
  return { password, isNew: true }
}
