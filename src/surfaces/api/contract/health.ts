import { z } from 'zod'

/** `GET /healthz`: the process answers. */
export interface Health {
  readonly status: 'ok'
}

/** `GET /readyz`, with 503 where it is not ready: the workspace can be read and the service is not stopping. */
export interface Readiness {
  readonly status: 'ready'
  readonly version: string
  /** The page is built and served at `/`. */
  readonly page: boolean
  /** Names of the models that generations may ask for. */
  readonly models: readonly string[]
}

export const healthSchema: z.ZodType<Health> = z
  .strictObject({ status: z.literal('ok') })
  .meta({ id: 'Health' })

export const readinessSchema: z.ZodType<Readiness> = z
  .strictObject({
    status: z.literal('ready'),
    version: z.string(),
    page: z.boolean(),
    models: z.array(z.string()),
  })
  .meta({ id: 'Readiness' })
