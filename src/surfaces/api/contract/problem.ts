/** An error, as `application/problem+json` (RFC 9457). `type` is stable and may be relied on. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** What was wrong with this request and how to mend it; never a path, a key or a stack. */
  readonly detail: string
  readonly requestId: string
  /** Which parts of the request were wrong, by JSON pointer. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}
