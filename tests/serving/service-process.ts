// A service in a process of its own, to be killed: starts what the command line tells it to and says when it has accepted it.
import { configSchema } from '../../src/core/config.ts'
import { openService } from '../../src/surfaces/service/open-service.ts'

const [workspace = '', ...counts] = process.argv.slice(2)
const { service } = await openService(configSchema.parse({ run: { workspace } }))
const ids: string[] = []
for (const count of counts)
  ids.push((await service.runs.start({ count: Number(count), seed: ids.length })).id)
process.stdout.write(`${JSON.stringify(ids)}\n`)
process.on('SIGTERM', () => {
  void service.close().then(() => process.exit(0))
})
setInterval(() => {}, 1000)
