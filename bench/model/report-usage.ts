/** Preloaded into a measured process: writes its wall and CPU milliseconds and its peak memory in MB as it exits. */
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

const file = process.env['BENCH_USAGE_FILE']
if (file !== undefined && isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const usage = {
      wall: performance.now(),
      cpu: (userCPUTime + systemCPUTime) / 1000,
      rss: maxRSS / 1024,
    }
    writeFileSync(file, JSON.stringify(usage))
  })
