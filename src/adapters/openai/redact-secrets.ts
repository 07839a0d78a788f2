const replacement = '[key]'

/**
 * A function that takes secrets out of a text, plain, URL-encoded and in base64 at any offset.
 *
 * Secrets of fewer than 6 characters are left alone: they would tear ordinary words apart and protect nothing.
 */
export function redactorOf(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => [secret, encodeURIComponent(secret), ...base64Forms(secret)])
  const unique = [...new Set(forms)].toSorted((a, b) => b.length - a.length)
  return (text) => unique.reduce((clean, form) => clean.replaceAll(form, replacement), text)
}

/** The part of the base64 text that depends on the secret alone, for each of the three ways its bytes can be aligned. */
function base64Forms(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3))
    const standard = whole.toString('base64').slice(offset === 0 ? 0 : 4)
    return standard.length < 8 ? [] : [standard, standard.replaceAll('+', '-').replaceAll('/', '_')]
  })
}
