import type { Explorer } from '../../../pipeline/explore/explorer.ts'
import type { Service } from '../../../pipeline/serving/service.ts'
import type { Handlers } from '../handler-types.ts'
import { datasetHandlers } from './dataset-handlers.ts'
import { gradeHandlers } from './grade-handlers.ts'
import { operationHandlers, type OperationParts } from './operation-handlers.ts'
import { readHandlers } from './read-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import { writeHandlers } from './write-handlers.ts'

export interface HandlerParts extends OperationParts {
  readonly explorer: Explorer
  readonly service: Service
}

/** A handler for every route of the table. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { explorer, service } = parts
  return {
    ...operationHandlers(parts),
    ...readHandlers(explorer),
    ...writeHandlers(service, explorer),
    ...runHandlers(service),
    ...datasetHandlers(service.datasets),
    ...gradeHandlers(),
  }
}
