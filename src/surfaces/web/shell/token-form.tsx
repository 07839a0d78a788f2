import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { needsToken, useToken } from '../client/request.ts'
import { reloadAll } from '../client/use-loaded.ts'
import { Field } from '../components/form-fields.tsx'

/** Shown while the service asks for a token that this page does not have. */
export function TokenForm(): JSX.Element | null {
  const [token, setToken] = useState('')
  if (!needsToken.value) return null
  return (
    <form
      class="panel stack"
      aria-label="Token"
      onSubmit={(event) => {
        event.preventDefault()
        useToken(token.trim())
        reloadAll()
      }}
    >
      <Field label="Token of this service" hint="Kept until this tab is closed.">
        {(ids) => (
          <input
            {...ids}
            class="input"
            type="password"
            autocomplete="current-password"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="button-row">
        <button class="button is-primary" type="submit" disabled={token.trim() === ''}>
          Continue
        </button>
      </div>
    </form>
  )
}
