/** A fresh, empty store and a way to open the same content again, as a second process would. */
export interface Fresh<Store> {
  readonly store: Store
  /** Another connection to the same content; the first one stays open. */
  again(): Promise<Store>
  /** Closes every connection and removes the content. */
  remove(): Promise<void>
}

export type OpenFresh<Store> = () => Promise<Fresh<Store>>
