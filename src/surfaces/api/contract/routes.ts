import { z } from 'zod'
import {
  conceptDetailSchema,
  conceptEditRequestSchema,
  conceptEditSchema,
  conceptsQuerySchema,
  conceptSummarySchema,
  neighbourSchema,
  neighboursQuerySchema,
  runPageQuerySchema,
  seedSummarySchema,
} from './concepts.ts'
import { datasetNameSchema, datasetRequestSchema, datasetViewSchema } from './datasets.ts'
import { generationRequestSchema, generationSchema } from './generations.ts'
import { gradesRequestSchema, gradesResponseSchema } from './grades.ts'
import { egoQuerySchema, graphSummarySchema, graphViewSchema, overviewQuerySchema } from './graph.ts'
import { healthSchema, readinessSchema } from './health.ts'
import { noQuerySchema, pageQuerySchema, pageSchema, runQuerySchema } from './page.ts'
import {
  pairDetailSchema,
  pairsQuerySchema,
  pairSummarySchema,
  provenanceSchema,
  reviewRequestSchema,
  reviewSchema,
} from './pairs.ts'
import { contentIdSchema, idPrefixSchema, type FieldsSchema } from './parts.ts'
import type { RouteName, RouteType, RouteTypes } from './route-types.ts'
import { balanceViewSchema, runEventSchema, runReportSchema, runViewSchema } from './runs.ts'
import { walksRequestSchema, walksResponseSchema } from './walks.ts'

/** How a reply is written. */
export type ReplyMedia = 'json' | 'events' | 'text' | 'yaml' | 'file'

/** One reply of a route. */
export interface RouteReply<Body> {
  readonly description: string
  readonly media: ReplyMedia
  /** The body, of one event where the media is `events`; absent for files. */
  readonly schema?: z.ZodType<Body>
  /** The reply names what it made or started in `Location`. */
  readonly location?: true
}

type EventOf<Body> = Body extends AsyncIterable<{ readonly event: infer Event }> ? Event : Body

/** Everything said of a route but what its handler does. */
export interface Route<Type extends RouteType = RouteType> {
  readonly method: 'get' | 'post'
  /** As OpenAPI writes it, with `{name}` for parameters. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params: FieldsSchema<Type['params']>
  readonly query: FieldsSchema<Type['query']>
  /** Absent where the route takes no body. */
  readonly body?: z.ZodType<Type['body']>
  /** Bytes of body at most. @default 65536 */
  readonly bodyLimit?: number
  /** Its reply is kept and given again by `Idempotency-Key`. */
  readonly idempotent?: true
  /** Needs no token. */
  readonly open?: true
  readonly replies: {
    readonly [Status in keyof Type['replies']]: RouteReply<EventOf<Type['replies'][Status]>>
  }
}

function json<Body>(description: string, schema: z.ZodType<Body>): RouteReply<Body> {
  return { description, media: 'json', schema }
}

const none = noQuerySchema as FieldsSchema<never>
const byId: FieldsSchema<{ readonly id: string }> = z.strictObject({ id: contentIdSchema })
const byPrefix: FieldsSchema<{ readonly id: string }> = z.strictObject({ id: idPrefixSchema })
const datasetParams: FieldsSchema<{ readonly name: string }> = z.strictObject({ name: datasetNameSchema })
const fileParams: FieldsSchema<{ readonly name: string; readonly path: string }> = z.strictObject({
  name: datasetNameSchema,
  path: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,128}(\/[A-Za-z0-9_.-]{1,128}){0,3}$/, 'give a path from the list of files')
    .meta({
      description: 'One of the paths that the dataset lists; its slashes may stand as they are.',
      example: 'README.md',
    }),
})

/** Every route of the service. A route that stands here is documented, routed, and has a method of the client. */
export const routes: { readonly [Name in RouteName]: Route<RouteTypes[Name]> } = {
  health: {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the process answers',
    tag: 'Operation',
    open: true,
    params: none,
    query: none,
    replies: { 200: json('It does.', healthSchema) },
  },
  readiness: {
    method: 'get',
    path: '/readyz',
    summary: 'Whether the service can work',
    tag: 'Operation',
    open: true,
    params: none,
    query: none,
    replies: { 200: json('It can.', readinessSchema) },
  },
  metrics: {
    method: 'get',
    path: '/metrics',
    summary: 'Figures for Prometheus',
    tag: 'Operation',
    params: none,
    query: none,
    replies: { 200: { description: 'In the text format of Prometheus.', media: 'text' } },
  },
  openApi: {
    method: 'get',
    path: '/v1/openapi.json',
    summary: 'This document',
    tag: 'Operation',
    open: true,
    params: none,
    query: none,
    replies: {
      200: json('OpenAPI 3.1.', z.custom<object>(() => true).meta({ override: { type: 'object' } })),
    },
  },
  listConcepts: {
    method: 'get',
    path: '/v1/concepts',
    summary: 'Search or list concepts',
    tag: 'Concepts',
    params: none,
    query: conceptsQuerySchema,
    replies: { 200: json('Concepts.', pageSchema(conceptSummarySchema)) },
  },
  getConcept: {
    method: 'get',
    path: '/v1/concepts/{id}',
    summary: 'One concept with its aliases, prerequisites and usage',
    tag: 'Concepts',
    params: byId,
    query: runQuerySchema,
    replies: { 200: json('The concept.', conceptDetailSchema) },
  },
  listNeighbours: {
    method: 'get',
    path: '/v1/concepts/{id}/neighbours',
    summary: 'What stands beside a concept in the seeds, strongest first',
    tag: 'Concepts',
    params: byId,
    query: neighboursQuerySchema,
    replies: { 200: json('Neighbours.', pageSchema(neighbourSchema)) },
  },
  listConceptSeeds: {
    method: 'get',
    path: '/v1/concepts/{id}/seeds',
    summary: 'Seeds labelled with a concept',
    tag: 'Concepts',
    params: byId,
    query: runPageQuerySchema,
    replies: { 200: json('Seeds.', pageSchema(seedSummarySchema)) },
  },
  getConceptGraph: {
    method: 'get',
    path: '/v1/concepts/{id}/graph',
    summary: 'The network around a concept, ready to draw',
    tag: 'Graph',
    params: byId,
    query: egoQuerySchema,
    replies: { 200: json('Nodes and edges.', graphViewSchema) },
  },
  editConcept: {
    method: 'post',
    path: '/v1/concepts/{id}/edits',
    summary: 'Rename a concept, or merge it into another',
    tag: 'Concepts',
    params: byId,
    query: none,
    body: conceptEditRequestSchema,
    idempotent: true,
    replies: { 201: json('The edit, which can be undone.', conceptEditSchema) },
  },
  listEdits: {
    method: 'get',
    path: '/v1/edits',
    summary: 'Edits of concepts, latest first',
    tag: 'Concepts',
    params: none,
    query: pageQuerySchema,
    replies: { 200: json('Edits.', pageSchema(conceptEditSchema)) },
  },
  getMerges: {
    method: 'get',
    path: '/v1/edits/merges',
    summary: 'The merges that hold, as the file that `conceptloom run --merges` takes',
    tag: 'Concepts',
    params: none,
    query: runQuerySchema,
    replies: { 200: { description: 'Reviewed merges.', media: 'yaml' } },
  },
  undoEdit: {
    method: 'post',
    path: '/v1/edits/{id}/undo',
    summary: 'Undo an edit of a concept; doing so again changes nothing',
    tag: 'Concepts',
    params: byId,
    query: none,
    replies: { 200: json('The edit, undone.', conceptEditSchema) },
  },
  getGraph: {
    method: 'get',
    path: '/v1/graph',
    summary: 'Figures of the graph, and its communities',
    tag: 'Graph',
    params: none,
    query: runQuerySchema,
    replies: { 200: json('The figures.', graphSummarySchema) },
  },
  getOverview: {
    method: 'get',
    path: '/v1/graph/overview',
    summary: 'The most frequent concepts and the strongest edges among them, ready to draw',
    tag: 'Graph',
    params: none,
    query: overviewQuerySchema,
    replies: { 200: json('Nodes and edges.', graphViewSchema) },
  },
  drawWalks: {
    method: 'post',
    path: '/v1/walks',
    summary: 'Draw walks, with what could have been taken at every step',
    tag: 'Walks',
    params: none,
    query: none,
    body: walksRequestSchema,
    replies: { 200: json('The walks.', walksResponseSchema) },
  },
  listPairs: {
    method: 'get',
    path: '/v1/pairs',
    summary: 'Pairs of a run in draw order, filtered',
    tag: 'Pairs',
    params: none,
    query: pairsQuerySchema,
    replies: { 200: json('Pairs.', pageSchema(pairSummarySchema)) },
  },
  getPair: {
    method: 'get',
    path: '/v1/pairs/{id}',
    summary: 'One pair with its solution, checks and reviews',
    tag: 'Pairs',
    params: byPrefix,
    query: none,
    replies: { 200: json('The pair.', pairDetailSchema) },
  },
  getProvenance: {
    method: 'get',
    path: '/v1/pairs/{id}/provenance',
    summary: 'Where a pair comes from, down to its seeds',
    tag: 'Pairs',
    params: byPrefix,
    query: none,
    replies: { 200: json('Its provenance.', provenanceSchema) },
  },
  reviewPair: {
    method: 'post',
    path: '/v1/pairs/{id}/reviews',
    summary: 'Accept, reject or edit a pair',
    tag: 'Reviews',
    params: byPrefix,
    query: none,
    body: reviewRequestSchema,
    // Twice 20,000 characters of up to four bytes each.
    bodyLimit: 262_144,
    idempotent: true,
    replies: { 201: json('The review, which can be undone.', reviewSchema) },
  },
  undoReview: {
    method: 'post',
    path: '/v1/reviews/{id}/undo',
    summary: 'Undo a review; doing so again changes nothing',
    tag: 'Reviews',
    params: byId,
    query: none,
    replies: { 200: json('The review, undone.', reviewSchema) },
  },
  generate: {
    method: 'post',
    path: '/v1/generations',
    summary: 'Weave pairs on given concepts or on walks',
    tag: 'Generation',
    params: none,
    query: none,
    body: generationRequestSchema,
    idempotent: true,
    replies: {
      201: json('Up to 200 pairs of the procedural engine, stored nowhere.', generationSchema),
      202: { ...json('A run, which goes on by itself.', runViewSchema), location: true },
    },
  },
  listRuns: {
    method: 'get',
    path: '/v1/runs',
    summary: 'Runs of the workspace, latest first',
    tag: 'Runs',
    params: none,
    query: pageQuerySchema,
    replies: { 200: json('Runs.', pageSchema(runViewSchema)) },
  },
  getRun: {
    method: 'get',
    path: '/v1/runs/{id}',
    summary: 'One run and how far it is',
    tag: 'Runs',
    params: byPrefix,
    query: none,
    replies: { 200: json('The run.', runViewSchema) },
  },
  getRunSummary: {
    method: 'get',
    path: '/v1/runs/{id}/summary',
    summary: 'What `conceptloom run --json` prints of a run',
    tag: 'Runs',
    params: byPrefix,
    query: none,
    replies: { 200: json('The summary.', runReportSchema) },
  },
  getBalance: {
    method: 'get',
    path: '/v1/runs/{id}/balance',
    summary: 'How evenly the pairs of a run use its concepts',
    tag: 'Runs',
    params: byPrefix,
    query: none,
    replies: { 200: json('Usage against target.', balanceViewSchema) },
  },
  watchRun: {
    method: 'get',
    path: '/v1/runs/{id}/events',
    summary: 'State, progress and pairs of a run as they come; `Last-Event-ID` goes on after an event',
    tag: 'Runs',
    params: byPrefix,
    query: none,
    replies: { 200: { description: 'Server-sent events.', media: 'events', schema: runEventSchema } },
  },
  cancelRun: {
    method: 'post',
    path: '/v1/runs/{id}/cancel',
    summary: 'Stop a run after what is in flight; what it stored is kept',
    tag: 'Runs',
    params: byPrefix,
    query: none,
    replies: { 202: { ...json('The run.', runViewSchema), location: true } },
  },
  resumeRun: {
    method: 'post',
    path: '/v1/runs/{id}/resume',
    summary: 'Go on with a stopped run',
    tag: 'Runs',
    params: byPrefix,
    query: none,
    replies: { 202: { ...json('The run.', runViewSchema), location: true } },
  },
  listDatasets: {
    method: 'get',
    path: '/v1/datasets',
    summary: 'Datasets of the workspace by name',
    tag: 'Datasets',
    params: none,
    query: pageQuerySchema,
    replies: { 200: json('Datasets.', pageSchema(datasetViewSchema)) },
  },
  buildDataset: {
    method: 'post',
    path: '/v1/datasets',
    summary: 'Select a balanced dataset from a run and write it',
    tag: 'Datasets',
    params: none,
    query: none,
    body: datasetRequestSchema,
    idempotent: true,
    replies: { 201: { ...json('The dataset.', datasetViewSchema), location: true } },
  },
  getDataset: {
    method: 'get',
    path: '/v1/datasets/{name}',
    summary: 'One dataset with its files',
    tag: 'Datasets',
    params: datasetParams,
    query: none,
    replies: { 200: json('The dataset.', datasetViewSchema) },
  },
  getDatasetFile: {
    method: 'get',
    path: '/v1/datasets/{name}/files/{path}',
    summary: 'A file of a dataset',
    tag: 'Datasets',
    params: fileParams,
    query: none,
    replies: { 200: { description: 'Its bytes.', media: 'file' } },
  },
  grade: {
    method: 'post',
    path: '/v1/grades',
    summary: 'Whether predicted answers mean the same as gold ones',
    tag: 'Grades',
    params: none,
    query: none,
    body: gradesRequestSchema,
    bodyLimit: 1_048_576,
    replies: { 200: json('One grade per item, in order.', gradesResponseSchema) },
  },
}
