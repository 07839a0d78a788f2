import { InvalidArgumentError } from '@commander-js/extra-typings'

const factors: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 }

/** A number of rows, as `7500`, `7.5k` or `2M`. */
export function readSize(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([km]?)$/i.exec(text.trim()) ?? []
  const size = Math.round(Number(digits) * (factors[unit.toLowerCase()] ?? Number.NaN) * 1e6) / 1e6
  if (!Number.isSafeInteger(size) || size < 1)
    throw new InvalidArgumentError('give a number of rows, as 7500, 7.5k or 2M')
  return size
}
