import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const main = resolve(import.meta.dirname, '../../src/surfaces/cli/main.ts')

export interface MeasuredCommand {
  readonly seconds: number
  /** Of all threads. */
  readonly cpuSeconds: number
  /** Largest resident memory, in MiB. */
  readonly peakMegabytes: number
  /** Last line on standard error. */
  readonly note: string
}

/** Written by the measured process itself when it ends, so that nothing else is counted. */
const probe = `
  import { isMainThread } from 'node:worker_threads'
  import { writeFileSync } from 'node:fs'
  if (isMainThread) process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, rss: maxRSS / 1024 }))
  })`

/** Runs a command of the command line, its standard output into a file. Throws on an exit code other than 0. */
export async function measureCommand(args: readonly string[], output: string): Promise<MeasuredCommand> {
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-usage-'))
  const usage = join(folder, 'usage.json')
  const started = performance.now()
  const preload = `data:text/javascript,${encodeURIComponent(probe)}`
  const child = spawn(process.execPath, ['--import', preload, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, BENCH_USAGE: usage },
  })
  const lines: string[] = []
  child.stdout.pipe(createWriteStream(output))
  child.stderr.on('data', (chunk) => lines.push(String(chunk)))
  const code = await new Promise((settle) => child.on('close', settle))
  const seconds = (performance.now() - started) / 1000
  if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${String(code)}\n${lines.join('')}`)
  const { cpu, rss } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; rss: number }
  rmSync(folder, { recursive: true })
  const note = lines.join('').trim().split('\n').at(-1) ?? ''
  return { seconds: rounded(seconds), cpuSeconds: rounded(cpu), peakMegabytes: Math.round(rss), note }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
