import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './core/config.ts'
import { ConfigurationError, UsageError } from './core/errors.ts'
import { contentId, type ContentId } from './core/identity.ts'
import type { Clock, Extractor, Ledger } from './core/ports.ts'
import type { RecordedModel } from './pipeline/recorded-model.ts'
import { usesModel } from './pipeline/run-identity.ts'
import type { OpenEngine, RunStores } from './pipeline/run-pipeline.ts'

/** Everything a workspace holds. */
export interface Workspace extends RunStores {
  readonly ledger: Ledger
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
  const { openWorkspace } = await import('./adapters/sqlite/open-workspace.ts')
  return openWorkspace(folder)
}

/** The extractor of a configuration that needs no model. */
export async function openExtractor(config: Config): Promise<Extractor> {
  const { extractor, labels, alignment } = config.engine
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
  const extractor =
    config.engine.extractor === 'model'
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
async function openModel(
  { model: settings }: Config,
  runId: ContentId,
  ledger: Ledger,
): Promise<OpenedModel> {
  const {
    name,
    endpoints,
    concurrency,
    attempts,
    requestsPerMinute,
    tokensPerMinute,
    prices,
    budget,
    batch,
  } = settings
  if (name === undefined) {
    throw new ConfigurationError('model.name: none; name a model with --model NAME or --model NAME@ENDPOINT')
  }
  const [
    { resolveEndpoint },
    { openAiEndpoint },
    { recordModel },
    { defaultPatience },
    { priceOf, readPrices },
    { spentBefore },
  ] = await Promise.all([
    import('./adapters/openai/endpoint-settings.ts'),
    import('./adapters/openai/openai-endpoint.ts'),
    import('./pipeline/recorded-model.ts'),
    import('./pipeline/calling/call-parts.ts'),
    import('./pipeline/calling/prices.ts'),
    import('./pipeline/calling/request-record.ts'),
  ])
  const endpoint = openAiEndpoint(
    resolveEndpoint(name, { endpoints, environment: process.env, connections: concurrency }),
  )
  const own = await spentBefore(ledger, runId)
  const labelling = await spentBefore(ledger, extractionId(name))
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
      // Labels are shared by all runs, so a cap counts what was spent on them before as well.
      spent: {
        requests: own.requests + labelling.requests,
        tokens: own.tokens + labelling.tokens,
        cost: own.cost + labelling.cost,
      },
      price: priceOf(name, readPrices(prices), budget),
      batch: {
        batches: endpoint.batches,
        settings: {
          submits: batch.enabled,
          size: batch.size,
          least: batch.least,
          every: batch.every * 1000,
          quiet: quietBeforeBatch,
        },
        announce: (text) => process.stderr.write(`${text}\n`),
      },
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
const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    await sleep(milliseconds, undefined, signal === undefined ? {} : { signal })
  },
}
