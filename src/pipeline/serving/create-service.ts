import type { Config } from '../../core/config.ts'
import type { Clock, ConceptEditStore, Ledger, ReviewStore, RunRequestStore } from '../../core/ports.ts'
import type { RunStores } from '../run-pipeline.ts'
import { openBalanceDesk } from './balance-desk.ts'
import { openDatasetDesk } from './dataset-desk.ts'
import { openEditDesk } from './edit-desk.ts'
import { openEditedRuns } from './edited-run.ts'
import { openInstantGenerator } from './generate-now.ts'
import type { ModelLimits } from './generation-config.ts'
import type { StartJob } from './job.ts'
import { openReviewDesk } from './review-desk.ts'
import { openBaseLoader, openRunDesk } from './run-desk.ts'
import type { QueueLimits } from './run-queue.ts'
import type { Service } from './service.ts'

export interface ServiceParts {
  readonly stores: RunStores & {
    readonly ledger: Ledger
    readonly reviews: ReviewStore
    readonly conceptEdits: ConceptEditStore
    readonly requests: RunRequestStore
    close(): Promise<void>
  }
  /** As the service was started; its workspace is where datasets and reports go. */
  readonly config: Config
  readonly clock: Clock
  readonly startJob: StartJob
  readonly limits: QueueLimits &
    ModelLimits & {
      /** Threads that draw small numbers of pairs. @default 2 */
      readonly threads?: number
    }
}

/** Opens what a service does in a workspace, and goes on with the runs that it has accepted before. Closing it closes the stores. */
export async function createService({
  stores,
  config,
  clock,
  startJob,
  limits,
}: ServiceParts): Promise<Service> {
  const { graph, pairs, runs, reviews, conceptEdits } = stores
  const loadBase = openBaseLoader(stores, config)
  const editedRun = openEditedRuns(conceptEdits)
  const instant = openInstantGenerator({
    config,
    loadBase: async (run) => editedRun(await loadBase(run)),
    ...(limits.threads === undefined ? {} : { threads: limits.threads }),
  })
  const datasets = openDatasetDesk({ runs, config, startJob })
  const probe = instant.generate.bind(instant)
  const desk = await openRunDesk({
    stores,
    config,
    clock,
    startJob,
    limits,
    probe,
    loadBase,
    editedRun,
  })
  return {
    reviews: openReviewDesk({ pairs, reviews, clock }),
    edits: openEditDesk({ stores: { graph, runs }, edits: conceptEdits, clock }),
    runs: desk,
    datasets,
    generateNow: (request) => instant.generate(request),
    balance: openBalanceDesk({ stores, config, startJob }),
    async close() {
      await Promise.all([desk.close(), datasets.close(), instant.close()])
      await stores.close()
    },
  }
}
