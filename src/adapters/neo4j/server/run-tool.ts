import { spawn } from 'node:child_process'

export interface ToolResult {
  /** `undefined` when there is no such program. */
  readonly code: number | null | undefined
  /** Standard output and error together. */
  readonly output: string
}

/** Runs a program to its end without a shell. */
export function runTool(
  command: string,
  args: readonly string[],
  {
    environment = {},
    cwd,
  }: { readonly environment?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<ToolResult> {
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  return new Promise((settle) => {
    child.once('error', (error) => settle({ code: undefined, output: error.message }))
    child.once('close', (code) => settle({ code, output }))
  })
}

/** The last line that says something, for a message of one line. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? ''
}
