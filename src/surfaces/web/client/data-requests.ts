import type { DatasetRequest, DatasetView } from '../../api/contract/datasets.ts'
import type { GenerationRequest, GenerationResponse } from '../../api/contract/generations.ts'
import type { Page } from '../../api/contract/page.ts'
import type {
  PairDetail,
  PairsQuery,
  PairSummary,
  Provenance,
  Review,
  ReviewRequest,
} from '../../api/contract/pairs.ts'
import type { BalanceView, RunView } from '../../api/contract/runs.ts'
import { type Answer, getJson, sendJson } from './request.ts'

const pairPath = (id: string): string => `/v1/pairs/${encodeURIComponent(id)}`
const runPath = (id: string): string => `/v1/runs/${encodeURIComponent(id)}`

export function getPairPage(query: PairsQuery, signal: AbortSignal): Promise<Page<PairSummary>> {
  return getJson('/v1/pairs', { ...query }, signal)
}

export function getPair(id: string, signal: AbortSignal): Promise<PairDetail> {
  return getJson(pairPath(id), {}, signal)
}

export function getProvenance(id: string, signal: AbortSignal): Promise<Provenance> {
  return getJson(`${pairPath(id)}/provenance`, {}, signal)
}

export async function reviewPair(id: string, request: ReviewRequest): Promise<Review> {
  const { value } = await sendJson<Review>('POST', `${pairPath(id)}/reviews`, request)
  return value
}

export async function undoReview({ id }: Review): Promise<void> {
  await sendJson('POST', `/v1/reviews/${encodeURIComponent(id)}/undo`)
}

/** 201 with the pairs, or 202 with the run that makes them. */
export function startGeneration(request: GenerationRequest): Promise<Answer<GenerationResponse>> {
  return sendJson('POST', '/v1/generations', request)
}

export function getRun(id: string, signal: AbortSignal): Promise<RunView> {
  return getJson(runPath(id), {}, signal)
}

export function getBalance(id: string, signal: AbortSignal): Promise<BalanceView> {
  return getJson(`${runPath(id)}/balance`, {}, signal)
}

/** Stops or goes on with a run. */
export async function steerRun(id: string, action: 'cancel' | 'resume'): Promise<RunView> {
  const { value } = await sendJson<RunView>('POST', `${runPath(id)}/${action}`)
  return value
}

export function getDatasets(signal: AbortSignal): Promise<Page<DatasetView>> {
  return getJson('/v1/datasets', { limit: 200 }, signal)
}

export async function buildDataset(request: DatasetRequest): Promise<DatasetView> {
  const { value } = await sendJson<DatasetView>('POST', '/v1/datasets', request)
  return value
}

/** Where a file of a dataset is read from. */
export function datasetFilePath(name: string, path: string): string {
  return `/v1/datasets/${encodeURIComponent(name)}/files/${path.split('/').map(encodeURIComponent).join('/')}`
}
