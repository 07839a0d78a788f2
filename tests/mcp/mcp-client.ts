import { createInterface } from 'node:readline'
import { startCommand } from '../cli/run-command.ts'

export interface ToolResult {
  readonly content: readonly { readonly type: string; readonly text: string }[]
  readonly structuredContent?: Readonly<Record<string, unknown>>
  readonly isError?: boolean
}

/** A client of `conceptloom mcp` that writes and reads its lines. */
export interface McpClient {
  request(method: string, params?: object): Promise<Readonly<Record<string, unknown>>>
  call(tool: string, input: object): Promise<ToolResult>
  /** Writes a line as it is. */
  write(line: string): void
  /** Closes our end; resolves with what the server left behind. */
  end(): Promise<{
    readonly code: number | null
    readonly stderr: string
    readonly lines: readonly string[]
  }>
}

interface Answer {
  readonly id?: number
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly code: number; readonly message: string }
}

/** Starts the server and shakes hands with it. */
export async function startMcpClient(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<McpClient> {
  const child = startCommand(['mcp', ...args], { env })
  const lines: string[] = []
  const waiting = new Map<number, PromiseWithResolvers<Readonly<Record<string, unknown>>>>()
  let stderr = ''
  let next = 1
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)))
  if (child.stdout === null) throw new Error('no output')
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    const { id, result, error } = JSON.parse(line) as Answer
    const asked = id === undefined ? undefined : waiting.get(id)
    if (error === undefined) asked?.resolve(result ?? {})
    else asked?.reject(new Error(error.message))
  })
  const closed = new Promise<number | null>((settle) => child.on('close', settle))
  void closed.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`server ended with ${code}: ${stderr}`))
  })
  const client: McpClient = {
    async request(method, params = {}) {
      const id = next++
      const asked = Promise.withResolvers<Readonly<Record<string, unknown>>>()
      waiting.set(id, asked)
      client.write(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
      const result = await asked.promise
      waiting.delete(id)
      return result
    },
    call: async (name, input) =>
      (await client.request('tools/call', { name, arguments: input })) as unknown as ToolResult,
    write: (line) => void child.stdin?.write(`${line}\n`),
    async end() {
      child.stdin?.end()
      return { code: await closed, stderr, lines }
    },
  }
  await client.request('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  })
  client.write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }))
  return client
}
