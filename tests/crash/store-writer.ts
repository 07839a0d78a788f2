/**
 * Child of `store.test.ts`: goes on with the sample run of a workspace and prints one line per acknowledged write.
 *
 *     node tests/crash/store-writer.ts FOLDER [BLOCKS] [UID]
 *
 * `open`, then `pairs CURSOR` and `ledger NUMBER` lines; `failed NAME MESSAGE` and exit 1 on an error. With UID it gives up its rights first.
 */
import { writeSync } from 'node:fs'
import process from 'node:process'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { samplePairs, sampleReply, sampleRequest } from '../contracts/samples.ts'
import { crashRun } from './store-crash-run.ts'

/** Written at once: what is in a buffer would be lost with the process. */
const say = (line: string): void => void writeSync(1, `${line}\n`)
const [folder = '', blocks = 'Infinity', uid] = process.argv.slice(2)
try {
  if (uid !== undefined) process.seteuid?.(Number(uid))
  const workspace = await openWorkspace(folder)
  await workspace.runs.claim(crashRun.id)
  say('open')
  const start = (await workspace.runs.byId(crashRun.id))?.cursor ?? 0
  for (let block = 0; block < Number(blocks); block++) {
    const from = start + block * 100
    await workspace.pairs.appendBlock(
      { ...crashRun, cursor: from + 100 },
      samplePairs(crashRun, from, from + 100),
    )
    say(`pairs ${from + 100}`)
    const request = sampleRequest(crashRun.id, from)
    await workspace.ledger.begin([request])
    await workspace.ledger.record([sampleReply(request)])
    say(`ledger ${from}`)
  }
  await workspace.close()
} catch (error) {
  say(`failed ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`)
  process.exitCode = 1
}
