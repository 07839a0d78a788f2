/** A pair of the public set; `truth` overrides a wrong label, `policy` marks a convention. */
export interface Row {
  readonly gold: string
  readonly pred: string
  readonly expected: boolean
  readonly truth?: boolean
  readonly policy?: string
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** The arithmetic mean; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
}

/** Rounded to some places. */
export function round(value: number, places = 4): number {
  return Number(value.toFixed(places))
}

/** Percent right and percent taken for equal though they are not, of all rows and of those without a policy. */
export function accuracyOf(
  rows: readonly Row[],
  equal: readonly boolean[],
): Readonly<Record<string, number>> {
  const all = rows.map(({ truth, expected, policy }, place) => {
    const wanted = truth ?? expected
    return {
      core: policy === undefined,
      right: equal[place] === wanted,
      falseEqual: equal[place] === true && !wanted,
    }
  })
  const core = all.filter((one) => one.core)
  const share = (some: typeof all, test: (one: (typeof all)[number]) => boolean): number =>
    round((100 * some.filter(test).length) / some.length, 2)
  return {
    rows: rows.length,
    all: share(all, (one) => one.right),
    core: share(core, (one) => one.right),
    falseEqual: share(all, (one) => one.falseEqual),
    falseEqualCore: share(core, (one) => one.falseEqual),
  }
}
