import type { JSX } from 'preact'
import type { PairDetail } from '../../api/contract/pairs.ts'

const signs = { passed: '✓', failed: '✗', 'not-applicable': '–' } as const
const words = { passed: 'passed', failed: 'failed', 'not-applicable': 'not applicable' } as const

/** Every check of a pair with what it found; those that failed first. */
export function CheckList({ verdict }: Pick<PairDetail, 'verdict'>): JSX.Element {
  const order = { failed: 0, passed: 1, 'not-applicable': 2 }
  const checks = verdict.checks.toSorted((a, b) => order[a.outcome] - order[b.outcome])
  return (
    <ul class="check-list">
      {checks.map(({ name, outcome, evidence }) => (
        <li key={name} class={`is-${outcome}`}>
          <span class="check-sign" aria-hidden="true">
            {signs[outcome]}
          </span>
          <span>
            <span class="check-name">{name.replaceAll('-', ' ')}</span>
            <span class="unseen">, {words[outcome]}</span>
            {evidence !== '' && <span class="note check-evidence">{evidence}</span>}
          </span>
        </li>
      ))}
      {verdict.agreement !== undefined && (
        <li>
          <span class="check-sign" aria-hidden="true">
            ∑
          </span>
          <span>
            {verdict.agreement.votes} of {verdict.agreement.of} solutions agree
          </span>
        </li>
      )}
    </ul>
  )
}
