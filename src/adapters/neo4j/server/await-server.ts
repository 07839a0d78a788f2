import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigurationError, ProviderError } from '../../../core/errors.ts'

export interface Awaited {
  readonly uri: string
  readonly username: string
  readonly password: string
  /** False when the process has ended: waiting longer is of no use. */
  readonly isAlive: () => boolean
  /** Where a person can read why it did not start. */
  readonly log: string
}

const patience = 180_000

/**
 * Waits until the server answers a query. Retries are ours: those of the driver back off for half a minute.
 *
 * @throws ConfigurationError on a wrong password, ProviderError when it ends or does not answer within three minutes
 */
export async function awaitServer({ uri, username, password, isAlive, log }: Awaited): Promise<void> {
  const { default: neo4j } = await import('neo4j-driver')
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    connectionTimeout: 5000,
    connectionAcquisitionTimeout: 6000,
    telemetryDisabled: true,
  })
  try {
    for (let waited = 0; ; waited += 250) {
      const session = driver.session()
      try {
        await session.run('RETURN 1')
        return
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        if (code.startsWith('Neo.ClientError.Security'))
          throw new ConfigurationError(
            `wrong password: the server at ${uri} refuses ${username}; set NEO4J_PASSWORD to the one its database was made with`,
          )
        if (!isAlive()) throw new ProviderError(`Neo4j did not start: see ${log}`)
        if (waited >= patience)
          throw new ProviderError(`Neo4j does not answer at ${uri} after three minutes: see ${log}`)
        await sleep(250)
      } finally {
        await session.close().catch(() => {})
      }
    }
  } finally {
    await driver.close()
  }
}

/** Bolt's magic number and four versions, which a server answers by one of them. */
const handshake = '6060b01700000005000004040000000300000000'

/** True when a server answers at this address, whoever may log in. */
export async function answersBolt(port: number): Promise<boolean> {
  const { connect } = await import('node:net')
  return new Promise((settle) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 5000 })
    const finish = (answer: boolean): void => {
      socket.destroy()
      settle(answer)
    }
    socket.once('connect', () => socket.write(Buffer.from(handshake, 'hex')))
    socket.once('data', () => finish(true))
    socket.once('error', () => finish(false))
    socket.once('timeout', () => finish(false))
    socket.once('close', () => finish(false))
  })
}
