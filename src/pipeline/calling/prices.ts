import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { ConfigurationError } from '../../core/errors.ts'
import type { TokenUsage } from '../../core/model-endpoint.ts'

/** Price of one million tokens. */
export interface Price {
  readonly input: number
  /** Prompt tokens read from the endpoint's cache. @default input */
  readonly cachedInput?: number
  readonly output: number
  /** Share of the price that a batch costs. @default 1 */
  readonly batch?: number
  /** Where the figures were read. */
  readonly source?: string
  /** Day they are of, as YYYY-MM-DD. @default that of the file */
  readonly asOf?: string
}

export interface PriceFile {
  readonly currency: string
  /** Day the list was last gone through, as YYYY-MM-DD. */
  readonly asOf: string
  readonly models: Readonly<Record<string, Price>>
}

const amount = z.number().min(0)
const priceSchema: z.ZodType<Price> = z.strictObject({
  input: amount,
  cachedInput: amount.exactOptional(),
  output: amount,
  batch: z.number().gt(0).max(1).exactOptional(),
  source: z.string().min(1).exactOptional(),
  asOf: z.iso.date().exactOptional(),
})
const fileSchema: z.ZodType<PriceFile> = z.strictObject({
  currency: z.string().min(1),
  asOf: z.iso.date(),
  models: z.record(z.string(), priceSchema),
})

/** The price list that comes with the program. */
const shippedPriceFile: URL = new URL('../../../prices.yaml', import.meta.url)

/** Reads a price list. @throws ConfigurationError naming the file and the entry */
export function readPrices(file: string | URL = shippedPriceFile): PriceFile {
  const name = file instanceof URL ? file.pathname : file
  let content: unknown
  try {
    content = parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new ConfigurationError(`cannot read prices: ${name}`, { cause })
  }
  const parsed = fileSchema.safeParse(content)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ConfigurationError(`bad prices: ${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

/**
 * The price of a model, by the name the user wrote, `@endpoint` included. Never guessed.
 *
 * @throws ConfigurationError when it is unknown and no cap on tokens bounds what may be spent, or a cap on cost needs it
 */
export function priceOf(
  model: string,
  prices: PriceFile,
  caps: { readonly tokens?: number; readonly cost?: number },
): Price | undefined {
  if (Object.hasOwn(prices.models, model)) return prices.models[model]
  if (caps.cost === undefined && caps.tokens !== undefined) return undefined
  throw new ConfigurationError(
    `no price for model: ${model}; add it to the price file (0 for a server of your own)` +
      (caps.cost === undefined ? ', or bound the run with --max-tokens' : ', which --max-cost needs'),
  )
}

/** Day the price of a model is of. */
export function priceDate(model: string, { models, asOf }: PriceFile): string {
  return (Object.hasOwn(models, model) ? models[model]?.asOf : undefined) ?? asOf
}

/** Cost of counted tokens; 0 where the price is unknown. */
export function costOf(usage: TokenUsage, price: Price | undefined): number {
  if (price === undefined) return 0
  const fresh = usage.promptTokens - usage.cachedTokens
  const cached = usage.cachedTokens * (price.cachedInput ?? price.input)
  return (fresh * price.input + cached + usage.completionTokens * price.output) / 1_000_000
}
