import type { ComponentChildren, JSX } from 'preact'
import type { Problem } from '../../api/contract/problem.ts'
import { latest, type Loaded } from '../client/use-loaded.ts'

/** Grey lines where text will stand. */
export function Loading({ label = 'Loading', lines = 4 }: { label?: string; lines?: number }): JSX.Element {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}

/** Nothing to show, and what to do about it. */
export function EmptyState({
  title,
  children,
}: {
  title: string
  children?: ComponentChildren
}): JSX.Element {
  return (
    <div class="state">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** What went wrong, in the service's words, and a way to try again. */
export function ErrorState({ problem, retry }: { problem: Problem; retry?: () => void }): JSX.Element {
  return (
    <div class="state is-failed" role="alert">
      <h2>{problem.title}</h2>
      <p>{problem.detail}</p>
      {problem.errors !== undefined && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer}>
              <code>{pointer}</code> {detail}
            </li>
          ))}
        </ul>
      )}
      {problem.requestId !== '' && <p class="note">Request {problem.requestId}</p>}
      {retry !== undefined && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  )
}

/**
 * Grey lines, then what came, or why nothing did. While it is asked for again the last stays, and stays the same element: forms keep
 * their text, folds stay open. What shows another thing than before must be keyed by it.
 */
export function Await<Value>({
  loaded,
  lines,
  children,
}: {
  loaded: Loaded<Value>
  lines?: number
  children: (value: Value) => ComponentChildren
}): JSX.Element {
  const value = latest(loaded)
  const isBusy = loaded.state === 'loading'
  return (
    <>
      {loaded.state === 'failed' && <ErrorState problem={loaded.problem} retry={loaded.retry} />}
      {value !== undefined && (
        <div class="awaited" aria-busy={isBusy ? 'true' : undefined}>
          {children(value)}
        </div>
      )}
      {value === undefined && isBusy && <Loading {...(lines === undefined ? {} : { lines })} />}
    </>
  )
}
