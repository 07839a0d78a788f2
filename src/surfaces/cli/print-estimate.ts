import type { CallEstimate, Range } from '../../pipeline/estimate-run.ts'

export interface EstimateFrame {
  /** Name of the model. */
  readonly name: string
  readonly currency: string
  /** Day the price is of. */
  readonly pricesAsOf: string
}

/** An estimate as one line of JSON. */
export function estimateJson(estimate: CallEstimate, { currency, pricesAsOf }: EstimateFrame): string {
  return `${JSON.stringify({ ...estimate, currency, pricesAsOf })}\n`
}

/**
 * An estimate for people, as ranges with what they assume.
 *
 * @param frame.subject  what is estimated, in a line
 */
export function estimateText(
  { requests, tokens, cost, assumptions }: CallEstimate,
  { subject, name, currency, pricesAsOf }: EstimateFrame & { readonly subject: string },
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
