import { z } from 'zod'
import { datasetFormats } from '../../../core/config.ts'
import { runField } from './page.ts'
import { anyJson, figuresSchema, rungSchema } from './parts.ts'

/** `POST /v1/datasets`. */
export interface DatasetRequest {
  /** Lower-case letters, digits, `-` and `_`, 1 to 64, beginning with a letter or digit. */
  readonly name: string
  readonly run?: string
  /** Rows at most; without it all that are fit. */
  readonly size?: number
  /** @default 'coverage' */
  readonly balance?: 'coverage' | 'metaclip' | 'uniform'
  /** 0 to 5. @default 2 */
  readonly minimumRung?: number
  /** @default ['messages', 'parquet'] */
  readonly formats?: readonly ('messages' | 'alpaca' | 'sharegpt' | 'plain' | 'openai' | 'rl' | 'parquet')[]
}

/** `GET /v1/datasets` and `GET /v1/datasets/{name}`. */
export interface DatasetView {
  readonly name: string
  readonly run: string
  readonly rows: number
  readonly splits: Readonly<Record<string, number>>
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
  /** What `BALANCE.json` says before and after selection, in its own words. */
  readonly balance: unknown
}

/** What a dataset may be called: also the name of its folder. */
export const datasetNameSchema: z.ZodType<string> = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'give lower-case letters, digits, - and _, at most 64')
  .meta({
    description: 'Lower-case letters, digits, `-` and `_`, beginning with a letter or digit.',
    example: 'spring',
  })

export const datasetRequestSchema: z.ZodType<DatasetRequest> = z
  .strictObject({
    name: datasetNameSchema,
    ...runField,
    size: z
      .int()
      .min(1)
      .max(100_000_000)
      .meta({ description: 'Rows at most; without it all that are fit.' })
      .exactOptional(),
    balance: z.enum(['coverage', 'metaclip', 'uniform']).meta({ default: 'coverage' }).exactOptional(),
    minimumRung: rungSchema.exactOptional(),
    formats: z
      .array(z.enum(datasetFormats))
      .min(1)
      .max(datasetFormats.length)
      .meta({ default: ['messages', 'parquet'] })
      .exactOptional(),
  })
  .meta({ id: 'DatasetRequest', examples: [{ name: 'spring', size: 1000 }] })

export const datasetViewSchema: z.ZodType<DatasetView> = z
  .strictObject({
    name: z.string(),
    run: z.string(),
    rows: z.int().min(0),
    splits: figuresSchema,
    files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), sha256: z.string() })),
    balance: anyJson<unknown>('What `BALANCE.json` says before and after selection.'),
  })
  .meta({ id: 'DatasetView' })
