import type { RunView } from '../../api/contract/runs.ts'

/** What a run's calls cost, in the currency of the price file; nothing where none was made. */
export function formatCost({ requests, cost }: RunView['calls']): string {
  if (requests === 0) return ''
  return cost > 0 && cost < 0.01 ? '<0.01' : cost.toFixed(2)
}
