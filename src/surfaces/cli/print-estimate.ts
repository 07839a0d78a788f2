import type { CallEstimate, Range } from '../../pipeline/estimate-run.ts'
import type { PriceFile } from '../../pipeline/calling/prices.ts'

/** An estimate as one line of JSON. */
export function estimateJson(estimate: CallEstimate, { currency, asOf }: PriceFile): string {
  return `${JSON.stringify({ ...estimate, currency, pricesAsOf: asOf })}\n`
}

export interface EstimateFrame {
  /** What is estimated, in a line. */
  readonly subject: string
  readonly prices: PriceFile
  /** Of the model. */
  readonly name: string
}

/** An estimate for people, as ranges with what they assume. */
export function estimateText(
  { requests, tokens, cost, assumptions }: CallEstimate,
  { subject, prices, name }: EstimateFrame,
): string {
  return [
    subject,
    `requests  ${rangeText(requests)}`,
    `tokens    ${rangeText(tokens)}`,
    cost === undefined
      ? `cost      unknown: ${name} is not in the price file; bound the run with --max-tokens`
      : `cost      ${rangeText(cost, 2)} ${prices.currency} (prices of ${prices.asOf})`,
    ...assumptions.map((text) => `  ${text}`),
    '',
  ].join('\n')
}

function rangeText({ low, high }: Range, maximumFractionDigits = 0): string {
  const text = (value: number): string => value.toLocaleString('en', { maximumFractionDigits })
  return `${text(low)} to ${text(high)}`
}
