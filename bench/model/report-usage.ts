/**
 * Preloaded into a measured process: writes its wall and CPU milliseconds, its peak memory in MB and the number of its commits, each of
 * which is a sync of the disk, as it exits.
 */
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { isMainThread } from 'node:worker_threads'

const file = process.env['BENCH_USAGE_FILE']
if (file !== undefined && isMainThread) {
  let commits = 0
  const execute = Reflect.get(DatabaseSync.prototype, 'exec') as (this: DatabaseSync, sql: string) => void
  DatabaseSync.prototype.exec = function counted(sql) {
    if (sql === 'COMMIT') commits += 1
    return execute.call(this, sql)
  }
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const usage = {
      wall: performance.now(),
      cpu: (userCPUTime + systemCPUTime) / 1000,
      rss: maxRSS / 1024,
      commits,
    }
    writeFileSync(file, JSON.stringify(usage))
  })
}
