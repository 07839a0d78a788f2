import { ConfigurationError } from '../../core/errors.ts'

/**
 * Checks a base URL before a key is ever sent to it: https, or http to this machine, and no credentials inside.
 *
 * @returns the URL without a trailing slash
 * @throws ConfigurationError that never shows credentials
 */
export function checkAddress(baseUrl: string, allowHttp: boolean): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new ConfigurationError(
      'bad base URL of the model endpoint; it looks like https://api.openai.com/v1 or http://127.0.0.1:8080/v1',
    )
  if (url.username !== '' || url.password !== '')
    throw new ConfigurationError(
      `credentials in the base URL of ${url.host}; take them out and put the key in the environment`,
    )
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname))
    throw new ConfigurationError(
      `plain http to another machine: ${url.host}; use https, or set allowHttp for this endpoint if the network is yours`,
    )
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** True for this machine's own names and addresses, as the URL parser writes them. */
export function isLoopback(hostname: string): boolean {
  return (
    /^localhost\.?$/.test(hostname) ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
    hostname === '[::1]' ||
    /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(hostname)
  )
}
