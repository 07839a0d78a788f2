import { useEffect, useState } from 'preact/hooks'

/**
 * Text of a field that shows `value` until something else is typed. What was typed stays, whatever becomes of `value`, until `value`
 * says the same; then the field follows it again.
 */
export function useDraft(value: string): readonly [text: string, setText: (text: string) => void] {
  const [draft, setDraft] = useState<string>()
  useEffect(() => setDraft((typed) => (typed?.trim() === value.trim() ? undefined : typed)), [value])
  return [draft ?? value, setDraft]
}
