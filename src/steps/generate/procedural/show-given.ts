import type { Given, ShownGiven } from './family.ts'

/** A given's value as the question writes it. */
export function showGiven(given: Given, value: number): ShownGiven {
  switch (given.style ?? 'integer') {
    case 'integer':
      return { text: groupThousands(value), math: `${value}` }
    case 'cents': {
      const amount = value % 100 === 0 ? groupThousands(value / 100) : withDecimals(value, 2)
      return { text: `\\$${amount}`, math: amount.replaceAll(',', '') }
    }
    case 'tenths':
      return both(value % 10 === 0 ? `${value / 10}` : withDecimals(value, 1))
    case 'hundredths':
      return both(value % 100 === 0 ? `${value / 100}` : withDecimals(value, 2))
  }
}

/** A given whose value comes from a link, under its name: a letter, or an expression in letters such as n + m. */
export function showName(name: string, given: Given): ShownGiven {
  const text = given.link?.kind === 'money' ? `$${name}$ dollars` : `$${name}$`
  return { text, math: /[+-]/.test(name) ? `(${name})` : name }
}

function both(text: string): ShownGiven {
  return { text, math: text }
}

/** 1234 → `1234`, 12345 → `12,345`. */
export function groupThousands(value: number): string {
  const digits = `${Math.abs(value)}`
  const sign = value < 0 ? '-' : ''
  return sign + (digits.length < 5 ? digits : digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ','))
}

function withDecimals(value: number, places: number): string {
  const digits = `${Math.abs(value)}`.padStart(places + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/**
 * The numerals of a text in order, thousands commas removed, signs ignored: `$4.50 … x^2` → `4.50`, `2`. What the faithfulness
 * check compares with the givens.
 */
export function numeralsOf(text: string): readonly string[] {
  return [...text.matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g)].map((match) =>
    match[0].replaceAll(',', ''),
  )
}
