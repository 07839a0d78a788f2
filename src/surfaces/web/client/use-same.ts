import { useRef } from 'preact/hooks'

/** The value, or the one before where both say the same: what came again unchanged is neither worked out nor drawn anew. */
export function useSame<Value>(value: Value): Value {
  const seen = useRef(value)
  const same = useRef(value)
  if (seen.current !== value) {
    seen.current = value
    if (JSON.stringify(same.current) !== JSON.stringify(value)) same.current = value
  }
  return same.current
}
