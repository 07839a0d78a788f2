import type { ChildProcess } from 'node:child_process'

/** The address that the service says it answers at. */
export async function addressOf(service: ChildProcess): Promise<string> {
  let said = ''
  return await new Promise((found, failed) => {
    const read = (part: Buffer): void => {
      said += part.toString()
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address !== undefined) found(address)
    }
    service.stdout?.on('data', read)
    service.stderr?.on('data', read)
    service.once('exit', (code) => failed(new Error(`the service ended with ${String(code)}: ${said}`)))
  })
}
