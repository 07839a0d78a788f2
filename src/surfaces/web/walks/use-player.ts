import { useEffect, useState } from 'preact/hooks'
import { prefersStillness } from '../shell/theme.ts'

/** Goes through steps by itself, one after another. */
export interface Player {
  readonly isPlaying: boolean
  /** Whether the reader asked for no motion: then it never goes by itself. */
  readonly isStill: boolean
  /** Plays from here, or from the beginning where it stands at the end; or stops. */
  readonly toggle: () => void
  /** Plays what comes next from its beginning. */
  readonly restart: () => void
  /** Stops and shows a step. */
  readonly goTo: (step: number) => void
}

const millisecondsPerStep = 1_100

export function usePlayer({
  at,
  last,
  show,
}: {
  readonly at: number
  readonly last: number
  readonly show: (step: number) => void
}): Player {
  const [isPlaying, setPlaying] = useState(false)
  const isStill = prefersStillness.value
  useEffect(() => {
    if (!isPlaying || isStill) return undefined
    if (at >= last) {
      setPlaying(false)
      return undefined
    }
    const timer = setTimeout(() => show(at + 1), millisecondsPerStep)
    return () => clearTimeout(timer)
  })
  return {
    isPlaying: isPlaying && !isStill,
    isStill,
    toggle: () => {
      if (!isPlaying && at >= last) show(0)
      setPlaying(!isPlaying)
    },
    restart: () => setPlaying(!isStill),
    goTo: (step) => {
      setPlaying(false)
      show(step)
    },
  }
}
