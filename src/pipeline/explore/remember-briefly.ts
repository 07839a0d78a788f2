/** Values by key that are looked up again after a while. */
export interface BriefMemory<Value> {
  get(key: string): Promise<Value>
  /** Everything is looked up again when next asked for. */
  forget(): void
}

interface Remembered<Value> {
  since: number
  value: Promise<Value>
  renewal: Promise<Value> | undefined
}

/** Milliseconds that a value is taken for fresh. */
const freshFor = 1000
/** Keys held at most; the one looked up longest ago goes first. */
const mostKeys = 64

/**
 * @param load      looks a value up, given the one before
 * @param maySettle whether an old value still answers while it is looked up again
 */
export function rememberBriefly<Value>(
  load: (key: string, before: Value | undefined) => Promise<Value>,
  maySettle: (value: Value) => boolean,
): BriefMemory<Value> {
  const held = new Map<string, Remembered<Value>>()

  function begin(key: string): Promise<Value> {
    const value = load(key, undefined)
    held.set(key, { since: performance.now(), value, renewal: undefined })
    const oldest = held.keys().next().value
    if (held.size > mostKeys && oldest !== undefined) held.delete(oldest)
    // A failure is not remembered.
    value.catch(() => held.delete(key))
    return value
  }

  function renew(key: string, entry: Remembered<Value>, before: Value): Promise<Value> {
    entry.renewal ??= load(key, before).then(
      (value) => {
        held.set(key, { since: performance.now(), value: Promise.resolve(value), renewal: undefined })
        return value
      },
      (error: unknown) => {
        held.delete(key)
        throw error
      },
    )
    // Who does not wait for it hears of a failure by the next question.
    entry.renewal.catch(() => {})
    return entry.renewal
  }

  return {
    async get(key) {
      const entry = held.get(key)
      if (entry === undefined) return begin(key)
      const value = await entry.value
      if (performance.now() - entry.since < freshFor) return value
      const renewal = renew(key, entry, value)
      return maySettle(value) ? value : renewal
    },
    forget() {
      for (const entry of held.values()) entry.since = -Infinity
    },
  }
}
