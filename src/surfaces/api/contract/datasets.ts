/** `POST /v1/datasets`. */
export interface DatasetRequest {
  /** Lower-case letters, digits, `-` and `_`, 1 to 64, beginning with a letter or digit. */
  readonly name: string
  readonly run?: string
  /** Rows at most; without it all that are fit. */
  readonly size?: number
  /** @default 'coverage' */
  readonly balance?: 'coverage' | 'metaclip' | 'uniform'
  /** 0 to 5. @default 2 */
  readonly minimumRung?: number
  /** @default ['messages', 'parquet'] */
  readonly formats?: readonly ('messages' | 'alpaca' | 'sharegpt' | 'plain' | 'openai' | 'rl' | 'parquet')[]
}

/** `GET /v1/datasets` and `GET /v1/datasets/{name}`. */
export interface DatasetView {
  readonly name: string
  readonly run: string
  readonly rows: number
  readonly splits: Readonly<Record<string, number>>
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
  /** What `BALANCE.json` says before and after selection, in its own words. */
  readonly balance: unknown
}
