/** A fast 64-bit fingerprint of a text: for lookups in memory, never an id. */
export function textFingerprint(text: string): { readonly high: number; readonly low: number } {
  let high = 0x2545f491
  let low = 0x1b873593
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x85ebca6b)
    high ^= high >>> 15
    low = Math.imul(low + code, 0x9e3779b1)
    low ^= low >>> 16
  }
  return { high, low }
}
