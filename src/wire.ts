import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './core/config.ts'
import { ConfigurationError, UsageError } from './core/errors.ts'
import { contentId, type ContentId } from './core/identity.ts'
import type { ImportFiles } from './adapters/neo4j/offline/import-files.ts'
import type * as ServerManagement from './adapters/neo4j/server/manage-server.ts'
import type { Neo4jStores } from './adapters/neo4j/open-stores.ts'
import type { EndpointSettings } from './adapters/openai/endpoint-settings.ts'
import type { BatchEndpoint, ModelEndpoint } from './core/model-endpoint.ts'
import type {
  Clock,
  ConceptEditStore,
  Embedder,
  Extractor,
  Ledger,
  ReviewStore,
  RunRequestStore,
} from './core/ports.ts'
import type { RecordedModel, RecordOptions } from './pipeline/recorded-model.ts'
import { labelsByModel, usesModel } from './pipeline/run-identity.ts'
import type { OpenEngine, RunStores } from './pipeline/run-pipeline.ts'

/** Everything a workspace holds. */
export interface Workspace extends RunStores {
  readonly ledger: Ledger
  /** Decisions of people on pairs; `pairs` are read as they hold. */
  readonly reviews: ReviewStore
  readonly conceptEdits: ConceptEditStore
  /** Runs that a service has accepted. */
  readonly requests: RunRequestStore
  close(): Promise<void>
}

/** Opens the stores of a workspace that exists, for commands that only read. @throws UsageError where there is none */
export async function openExistingStores(folder: string): Promise<Workspace> {
  if (!existsSync(folder))
    throw new UsageError(
      `no workspace: ${folder}; make one with \`conceptloom run\`, or name it with --workspace`,
    )
  return openStores(folder)
}

/** Opens the stores of a workspace folder, making it where absent. */
export async function openStores(folder: string): Promise<Workspace> {
  const [{ openWorkspace }, { withReviews }] = await Promise.all([
    import('./adapters/sqlite/open-workspace.ts'),
    import('./pipeline/with-reviews.ts'),
  ])
  const workspace = await openWorkspace(folder)
  return { ...workspace, pairs: withReviews(workspace.pairs, workspace.reviews) }
}

/** The stores of a Neo4j database: that of NEO4J_URI, or of the server that the workspace has. */
export async function openNeo4j(folder: string, mode: 'read' | 'write'): Promise<Neo4jStores> {
  const [{ connectionSettings }, { openNeo4jStores }] = await Promise.all([
    import('./adapters/neo4j/connection-settings.ts'),
    import('./adapters/neo4j/open-stores.ts'),
  ])
  return openNeo4jStores(connectionSettings(folder, process.env), mode)
}

/** Stores that write files for `neo4j-admin database import`. */
export async function openImportFolder(folder: string): Promise<ImportFiles> {
  const { openImportFiles } = await import('./adapters/neo4j/offline/import-files.ts')
  return openImportFiles(folder)
}

/** Graph, pairs and runs in Neo4j; the ledger stays in the workspace, because a paid reply must not wait for a graph. */
export async function openNeo4jWorkspace(folder: string): Promise<Workspace> {
  const local = await openStores(folder)
  try {
    const stores = await openNeo4j(folder, 'write')
    const { graph, runs } = stores
    const { reviews, conceptEdits, requests, ledger } = local
    const { withReviews } = await import('./pipeline/with-reviews.ts')
    return {
      graph,
      pairs: withReviews(stores.pairs, reviews),
      runs,
      ledger,
      reviews,
      conceptEdits,
      requests,
      async close() {
        await annotate(stores, local.ledger)
        await stores.close()
        await local.close()
      },
    }
  } catch (error) {
    await local.close()
    throw error
  }
}

/** What stands beside a run in Neo4j: families, and what each run has cost. */
export async function annotate(stores: Neo4jStores, ledger: Ledger): Promise<void> {
  const { families } = await import('./steps/generate/procedural/families.ts')
  await stores.putFamilies(
    families.map(({ id, level, knowledgePoints }) => ({ id, level, taxonomyIds: knowledgePoints })),
  )
  for (const run of await stores.runs.list()) {
    const { requests, cost } = await ledger.totals(run.id)
    if (requests > 0) await stores.putCost(run.id, cost)
  }
}

/** Starting and stopping a Neo4j server of one's own. */
export async function neo4jServer(): Promise<typeof ServerManagement> {
  return import('./adapters/neo4j/server/manage-server.ts')
}

/** The extractor of a configuration that needs no model. */
export async function openExtractor(config: Config): Promise<Extractor> {
  const { extractor, labels, alignment, graphOf } = config.engine
  if (graphOf !== undefined && extractor !== 'taxonomy') return labelledBefore(extractor)
  if (extractor === 'model') {
    throw new UsageError(
      'the model extractor asks a paid model: use it with `conceptloom run`, or record its labels and replay them',
    )
  }
  if (extractor === 'taxonomy') {
    const { createTaxonomyExtractor } = await import('./steps/extract/taxonomy-extractor.ts')
    return createTaxonomyExtractor()
  }
  if (labels === undefined) {
    throw new ConfigurationError('engine.labels: none; the replay extractor needs --labels FILE')
  }
  const { createReplayExtractor } = await import('./steps/extract/replay-extractor.ts')
  return createReplayExtractor(labels, alignment)
}

/** What labelled the seeds of a graph that is used as it stands. */
function labelledBefore(name: string): Extractor {
  return {
    name,
    extract() {
      throw new UsageError(`labelled already: by ${name}; leave --graph-of out to label anew`)
    },
  }
}

/** Only names are asked of drafts, so the search for evidence is spared. */
async function draftExtractor({ engine }: Config): Promise<{ readonly draftExtractor?: Extractor }> {
  if (engine.extractor !== 'taxonomy') return {}
  const { createTaxonomyExtractor } = await import('./steps/extract/taxonomy-extractor.ts')
  return { draftExtractor: createTaxonomyExtractor({ evidence: false }) }
}

/** Opens the engine of a run; where it asks a model, every request and reply goes through the ledger of the workspace. */
export function engineOpener(workspace: Workspace, signal: AbortSignal): OpenEngine {
  return async (runId, config) => {
    if (!usesModel(config)) {
      const { proceduralEngine } = await import('./pipeline/engine.ts')
      return proceduralEngine(await openExtractor(config))
    }
    const { modelEngine } = await import('./pipeline/model-engine.ts')
    const opened = await openModelParts({ config, runId, workspace, signal })
    const { coreOfEarlierRun } = await import('./pipeline/core-set.ts')
    const core = await coreOfEarlierRun(config, workspace)
    return modelEngine({ ...opened, ...(await draftExtractor(config)), config, runId, core, signal })
  }
}

/** A model and what labels its texts. */
export interface ModelParts extends OpenedModel {
  readonly extractor: Extractor
}

/** The configured model, its calls written down under `runId` in the ledger of the workspace, and the configured extractor. */
export async function openModelParts({
  config,
  runId,
  workspace,
  signal,
}: {
  readonly config: Config
  readonly runId: ContentId
  readonly workspace: Pick<Workspace, 'ledger'>
  readonly signal: AbortSignal
}): Promise<ModelParts> {
  const opened = await openModel(config, runId, workspace.ledger)
  const extractor = labelsByModel(config)
    ? await modelExtractor(opened, config, signal)
    : await openExtractor(config)
  return { ...opened, extractor }
}

export interface OpenedModel {
  readonly model: RecordedModel
  /** Work under way at once: as many as fit a batch where requests wait for one. */
  readonly concurrency: number
  close(): Promise<void>
}

/** The configured model behind ledger, limiter, retry loop and budget. */
async function openModel(config: Config, runId: ContentId, ledger: Ledger): Promise<OpenedModel> {
  const { name } = config.model
  if (name === undefined) {
    throw new ConfigurationError('model.name: none; name a model with --model NAME or --model NAME@ENDPOINT')
  }
  const { openAiEndpoint } = await import('./adapters/openai/openai-endpoint.ts')
  // Labels are shared by all runs, so a cap counts what was spent on them before as well.
  return openRecorded(config, { name, open: openAiEndpoint, ids: [runId, extractionId(name)] }, ledger)
}

/** An embedder that asks a model behind `/v1/embeddings`; its requests are recorded like all others, apart from any run. */
export async function openEmbedder(
  config: Config,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
  ledger: Ledger,
): Promise<{ readonly embedder: Embedder; readonly close: () => Promise<void> }> {
  const [{ openAiEmbeddings }, { createRecordedEmbedder }] = await Promise.all([
    import('./adapters/openai/openai-embeddings.ts'),
    import('./pipeline/recorded-embedder.ts'),
  ])
  const runId = contentId('embeddings', name)
  const opened = await openRecorded(config, { name, open: openAiEmbeddings, ids: [runId] }, ledger)
  return { embedder: createRecordedEmbedder(opened.model, { runId, signal }), close: () => opened.close() }
}

interface RecordedSource {
  /** `MODEL` or `MODEL@ENDPOINT`. */
  readonly name: string
  readonly open: (settings: EndpointSettings) => ModelEndpoint & { readonly batches?: BatchEndpoint }
  /** What its requests are written down under; caps count what was spent under any of them before. */
  readonly ids: readonly ContentId[]
}

async function openRecorded(
  { model: settings }: Config,
  { name, open, ids }: RecordedSource,
  ledger: Ledger,
): Promise<OpenedModel> {
  const { endpoints, concurrency, attempts, requestsPerMinute, tokensPerMinute, prices, budget, batch } =
    settings
  const [
    { resolveEndpoint },
    { recordModel },
    { defaultPatience },
    { priceOf, readPrices },
    { spentBefore },
  ] = await Promise.all([
    import('./adapters/openai/endpoint-settings.ts'),
    import('./pipeline/recorded-model.ts'),
    import('./pipeline/calling/call-parts.ts'),
    import('./pipeline/calling/prices.ts'),
    import('./pipeline/calling/request-record.ts'),
  ])
  const endpoint = open(
    resolveEndpoint(name, { endpoints, environment: process.env, connections: concurrency }),
  )
  const spent = { requests: 0, tokens: 0, cost: 0 }
  for (const id of ids) {
    const part = await spentBefore(ledger, id)
    spent.requests += part.requests
    spent.tokens += part.tokens
    spent.cost += part.cost
  }
  const model = recordModel(
    endpoint,
    { ledger, clock: systemClock },
    {
      limits: {
        concurrency,
        ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
        ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
      },
      patience: { ...defaultPatience, attempts },
      caps: budget,
      spent,
      price: priceOf(name, readPrices(prices), budget),
      ...batchOptions(settings, endpoint.batches),
    },
  )
  return {
    model,
    concurrency: batch.enabled ? Math.max(batch.size, concurrency) : concurrency,
    async close() {
      // What is in flight is paid for: its replies are recorded before the connections go.
      await model.close()
      await endpoint.close()
    },
  }
}

/** Requests wait for batches where the endpoint takes them. */
function batchOptions(
  { batch }: Config['model'],
  batches: BatchEndpoint | undefined,
): Pick<RecordOptions, 'batch'> {
  if (batches === undefined) return {}
  const { enabled, size, least, every } = batch
  return {
    batch: {
      batches,
      settings: { submits: enabled, size, least, every: every * 1000, quiet: quietBeforeBatch },
      announce: (text) => process.stderr.write(`${text}\n`),
    },
  }
}

/** Milliseconds without a new request after which a batch is sent. */
const quietBeforeBatch = 500

/** Labels do not depend on the run, so they are kept under an id of their own and never paid for twice. */
function extractionId(model: string): ContentId {
  return contentId('extraction', model)
}

async function modelExtractor(
  { model, concurrency }: OpenedModel,
  config: Config,
  signal: AbortSignal,
): Promise<Extractor> {
  const { createModelExtractor } = await import('./steps/extract/model-extractor.ts')
  return createModelExtractor(model, {
    runId: extractionId(model.name),
    signal,
    concurrency,
    maxTokens: config.model.replyTokens.labels,
  })
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    await sleep(milliseconds, undefined, signal === undefined ? {} : { signal })
  },
}
