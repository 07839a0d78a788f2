const whole = new Intl.NumberFormat('en')
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** `12,345`. */
export function formatCount(value: number): string {
  return whole.format(value)
}

/** `12.3K`; below ten thousand as it is. */
export function formatCompact(value: number): string {
  return value < 10_000 ? whole.format(value) : compact.format(value)
}

/** A share of 1: `12 %`, `1.2 %`, `0.03 %`, `<0.01 %`; what is not all or nothing never reads as if it were. */
export function formatShare(value: number): string {
  const percent = value * 100
  if (percent > 0 && percent < 0.01) return '<0.01 %'
  if (percent < 100 && percent > 99.9) return '>99.9 %'
  const digits = percent === 0 || percent >= 10 ? 0 : percent >= 1 ? 1 : 2
  const text = percent.toFixed(percent > 99 && percent < 100 ? 1 : digits)
  return `${text} %`
}

/** `1 seed`, `3 seeds`. */
export function formatAmount(value: number, noun: string, nouns: string = `${noun}s`): string {
  return `${formatCount(value)} ${value === 1 ? noun : nouns}`
}

/** The beginning of an id that people compare by eye. */
export function shortId(id: string): string {
  return id.slice(0, 8)
}

/** A name in the taxonomy's or a model's own spelling, with a capital to begin with. */
export function kindName(kind: 'topic' | 'knowledge-point'): string {
  return kind === 'topic' ? 'Topic' : 'Knowledge point'
}
