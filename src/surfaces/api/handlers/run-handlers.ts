import type { Service } from '../../../pipeline/serving/service.ts'
import type { RunView } from '../contract/runs.ts'
import type { Handlers } from '../handler-types.ts'
import { found, ok } from './answers.ts'
import { pageOf } from './page-of.ts'

type RunNames =
  | 'listRuns'
  | 'getRun'
  | 'getRunSummary'
  | 'getBalance'
  | 'watchRun'
  | 'cancelRun'
  | 'resumeRun'

/** Runs: what they did, what they do, stopping and going on. */
export function runHandlers({ runs, balance }: Pick<Service, 'runs' | 'balance'>): Pick<Handlers, RunNames> {
  return {
    listRuns: async ({ query }) => ok(pageOf(await runs.list(), query, ({ id }) => id)),
    getRun: async ({ params: { id } }) => ok(found(await runs.view(id), 'run', id)),
    getRunSummary: async ({ params: { id } }) => ok(found(await runs.report(id), 'run', id)),
    getBalance: async ({ params: { id } }) => ok(found(await balance(id), 'run', id)),
    async watchRun({ params: { id }, lastEventId, signal }) {
      const run = found(await runs.view(id), 'run', id)
      return ok(runs.events(run.id, { signal, ...(lastEventId === undefined ? {} : { after: lastEventId }) }))
    },
    cancelRun: async ({ params: { id } }) => accepted(found(await runs.cancel(id), 'run', id)),
    resumeRun: async ({ params: { id } }) => accepted(found(await runs.resume(id), 'run', id)),
  }
}

function accepted(run: RunView): { readonly status: 202; readonly body: RunView; readonly location: string } {
  return { status: 202, body: run, location: `/v1/runs/${run.id}` }
}
