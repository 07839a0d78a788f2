import type { Config } from '../../core/config.ts'
import type { Price } from '../../pipeline/calling/prices.ts'
import type { CallEstimate, Range } from '../../pipeline/estimate-run.ts'

interface EstimateFrame {
  readonly subject: string
  /** Name of the model. */
  readonly name: string
  readonly currency: string
  /** Day the price is of. */
  readonly pricesAsOf: string
}

interface Estimated<Estimate> {
  /** The calls at a price; without one their cost is unknown. */
  readonly estimate: (price: Price | undefined) => Estimate | Promise<Estimate>
  /** What is estimated, in a line. */
  readonly subject: (estimate: Estimate) => string
}

/** Prints what a model would be asked and what it may cost, by the price file alone: one line of JSON, or text for people. */
export async function printEstimate<Estimate extends CallEstimate>(
  { name = '', prices: file }: Config['model'],
  json: boolean,
  { estimate: estimateAt, subject }: Estimated<Estimate>,
): Promise<void> {
  const { priceDate, readPrices } = await import('../../pipeline/calling/prices.ts')
  const prices = readPrices(file)
  const estimate = await estimateAt(Object.hasOwn(prices.models, name) ? prices.models[name] : undefined)
  const { currency } = prices
  const pricesAsOf = priceDate(name, prices)
  process.stdout.write(
    json
      ? `${JSON.stringify({ ...estimate, currency, pricesAsOf })}\n`
      : estimateText(estimate, { subject: subject(estimate), name, currency, pricesAsOf }),
  )
}

/** As ranges with what they assume. */
function estimateText(
  { requests, tokens, cost, assumptions }: CallEstimate,
  { subject, name, currency, pricesAsOf }: EstimateFrame,
): string {
  return [
    subject,
    `requests  ${rangeText(requests)}`,
    `tokens    ${rangeText(tokens)}`,
    cost === undefined
      ? `cost      unknown: ${name} is not in the price file; bound the run with --max-tokens`
      : `cost      ${rangeText(cost, 2)} ${currency} (prices of ${pricesAsOf})`,
    ...assumptions.map((text) => `  ${text}`),
    '',
  ].join('\n')
}

function rangeText({ low, high }: Range, maximumFractionDigits = 0): string {
  const text = (value: number): string => value.toLocaleString('en', { maximumFractionDigits })
  return `${text(low)} to ${text(high)}`
}
