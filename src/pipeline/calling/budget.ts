import { BudgetError } from '../../core/errors.ts'

/** Caps of one run, resumed parts included; absent means no cap. */
export interface BudgetCaps {
  readonly requests?: number
  /** Prompt and reply tokens together. */
  readonly tokens?: number
  /** In the currency of the price file. */
  readonly cost?: number
}

export interface Spending {
  readonly requests: number
  readonly tokens: number
  readonly cost: number
}

/** What is set aside for a request until its real cost is known. */
export interface Reservation {
  settle(spent: Spending): void
}

export interface Budget {
  /**
   * Sets aside the most a request can cost. Waits while it would not fit but requests under way may still give back.
   * @throws BudgetError when it does not fit and nothing is under way; then and from then on, nothing is sent
   */
  reserve(most: Spending): Promise<Reservation>
  /** Whether `reserve` would not have to wait. */
  fits(most: Spending): boolean
  readonly spent: Spending
}

const kinds = ['requests', 'tokens', 'cost'] as const
const flags = { requests: '--max-requests', tokens: '--max-tokens', cost: '--max-cost' } as const

/** A hard stop. The caps are never exceeded: what may still be spent is counted as spent until it is known. */
export function openBudget(caps: BudgetCaps, before: Spending): Budget {
  const spent = { ...before }
  const held = { requests: 0, tokens: 0, cost: 0 }
  let underWay = 0
  let waiting: (() => void)[] = []

  const tooMuch = (most: Spending): (typeof kinds)[number] | undefined =>
    kinds.find((kind) => spent[kind] + held[kind] + most[kind] > (caps[kind] ?? Number.POSITIVE_INFINITY))

  function reservation(most: Spending): Reservation {
    let open = true
    return {
      settle(real) {
        if (!open) return
        open = false
        underWay -= 1
        for (const kind of kinds) {
          held[kind] -= most[kind]
          spent[kind] += real[kind]
        }
        // Sums of fractions drift; with nothing under way the truth is known.
        if (underWay === 0) for (const kind of kinds) held[kind] = 0
        const woken = waiting
        waiting = []
        for (const wake of woken) wake()
      },
    }
  }

  return {
    async reserve(most) {
      for (;;) {
        const kind = tooMuch(most)
        if (kind === undefined) break
        if (underWay === 0)
          throw new BudgetError(
            `${kind} used up: ${rounded(spent[kind])} of ${caps[kind]}, the next request may take ${rounded(most[kind])}; ` +
              `go on with a higher ${flags[kind]}`,
          )
        await new Promise<void>((wake) => waiting.push(wake))
      }
      underWay += 1
      for (const kind of kinds) held[kind] += most[kind]
      return reservation(most)
    },
    fits: (most) => tooMuch(most) === undefined,
    get spent() {
      return { ...spent }
    },
  }
}

function rounded(amount: number): number {
  return Math.round(amount * 10_000) / 10_000
}
