import type { JSX } from 'preact'
import { showToast } from './toasts.tsx'

/** A command to copy. */
export function CodeBlock({ label, code }: { label: string; code: string }): JSX.Element {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code)
      showToast(`${label} copied`)
    } catch {
      showToast('The browser refused; select the text and copy it')
    }
  }
  return (
    <div class="code-block">
      <div class="button-row">
        <h2 class="code-title">{label}</h2>
        <button type="button" class="button is-quiet" onClick={() => void copy()}>
          Copy<span class="unseen"> {label}</span>
        </button>
      </div>
      <pre>
        <code>{code}</code>
      </pre>
    </div>
  )
}
