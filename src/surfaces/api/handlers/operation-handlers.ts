import type { Registry } from 'prom-client'
import type { Handlers } from '../handler-types.ts'
import { openApiDocument } from '../openapi-document.ts'
import { ApiProblem } from '../problems.ts'
import { ok } from './answers.ts'

type OperationNames = 'health' | 'readiness' | 'metrics' | 'openApi'

export interface OperationParts {
  readonly version: string
  readonly token: boolean
  readonly page: boolean
  readonly models: readonly string[]
  readonly registry: Registry
  readonly stopping: AbortSignal
  /** Reads something small of the workspace; throws where that fails. */
  readonly probe: () => Promise<unknown>
}

/** Health, readiness, metrics and the document. */
export function operationHandlers(parts: OperationParts): Pick<Handlers, OperationNames> {
  const { version, token, page, models, registry, stopping, probe } = parts
  const document = openApiDocument({ token, version })
  return {
    health: async () => ok({ status: 'ok' as const }),
    async readiness() {
      if (stopping.aborted) throw new ApiProblem('unavailable', 'the service is stopping')
      await probe()
      return ok({ status: 'ready' as const, version, page, models })
    },
    metrics: async () => ok(await registry.metrics()),
    openApi: async () => ok(document),
  }
}
