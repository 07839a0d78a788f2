import { useEffect } from 'preact/hooks'
import { reloadAll } from '../client/use-loaded.ts'

/** Asks for everything on screen again every so often; `undefined` does not. Nothing is asked while the page is not looked at. */
export function useEvery(milliseconds: number | undefined): void {
  useEffect(() => {
    if (milliseconds === undefined) return undefined
    const timer = setInterval(() => {
      if (!document.hidden) reloadAll()
    }, milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
}
