import type { ComponentChildren, JSX } from 'preact'
import type { Problem } from '../../api/contract/problem.ts'
import type { Loaded } from '../client/use-loaded.ts'

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

/** Grey lines, then what came, or why nothing did; while it is asked for again the last stays, dimmed. */
export function Await<Value>({
  loaded,
  lines,
  children,
}: {
  loaded: Loaded<Value>
  lines?: number
  children: (value: Value) => ComponentChildren
}): JSX.Element {
  if (loaded.state === 'failed') return <ErrorState problem={loaded.problem} retry={loaded.retry} />
  if (loaded.state === 'ready') return <>{children(loaded.value)}</>
  if (loaded.previous === undefined) return <Loading {...(lines === undefined ? {} : { lines })} />
  return (
    <div aria-busy="true">
      <div class="is-stale">{children(loaded.previous)}</div>
    </div>
  )
}
