// A service in a process of its own, to be killed: starts the runs it is told to and says when it has accepted them.
import { configSchema } from '../../src/core/config.ts'
import type { GenerationRequest } from '../../src/surfaces/api/contract/generations.ts'
import { openService } from '../../src/surfaces/service/open-service.ts'

const [workspace = '', requests = '[]'] = process.argv.slice(2)
const { service } = await openService(configSchema.parse({ run: { workspace } }))
const ids: string[] = []
for (const request of JSON.parse(requests) as readonly GenerationRequest[])
  ids.push((await service.runs.start(request)).id)
process.stdout.write(`${JSON.stringify(ids)}\n`)
process.on('SIGTERM', () => {
  void service.close().then(() => process.exit(0))
})
setInterval(() => {}, 1000)
