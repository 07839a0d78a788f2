import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../core/errors.ts'
import { checkAddress } from './endpoint-address.ts'
import { resolveEndpoint } from './endpoint-settings.ts'

describe('address', () => {
  test.each([
    'https://api.example.com/v1/',
    'http://127.0.0.1:8080/v1',
    'http://localhost:11434/v1',
    'http://localhost.:1/v1',
    'http://[::1]:8080/v1',
    'http://[::ffff:127.0.0.1]:80/v1',
    'http://2130706433/v1',
  ])('takes %s', (address) => {
    expect(checkAddress(address, false)).not.toMatch(/\/$/)
  })

  test.each([
    'http://10.0.0.5:8080/v1',
    'http://localhost.example.com/v1',
    'http://127.0.0.1.example.com/v1',
    'http://0.0.0.0/v1',
    'http://[::ffff:10.0.0.1]/v1',
    'ftp://localhost/v1',
    'file:///etc/passwd',
    'localhost:8080',
    '',
  ])('refuses %s', (address) => {
    expect(() => checkAddress(address, false)).toThrow(ConfigurationError)
  })

  test('plain http elsewhere only when allowed; credentials never, and they are not shown', () => {
    expect(checkAddress('http://10.0.0.5:8080/v1', true)).toBe('http://10.0.0.5:8080/v1')
    const bad = (): string => checkAddress('https://me:hunter22@api.example.com/v1', true)
    expect(bad).toThrow('credentials in the base URL of api.example.com')
    expect(bad).not.toThrow('hunter22')
  })
})

describe('endpoints', () => {
  const endpoints = {
    local: { baseUrl: 'http://127.0.0.1:8080/v1' },
    cluster: { baseUrl: 'https://models.example.com/v1', keyVariable: 'CLUSTER_KEY', timeout: 5 },
  }
  const environment = { OPENAI_API_KEY: 'sk-one', CLUSTER_KEY: 'sk-two' }
  const sources = { endpoints, environment, connections: 4 }

  test('a bare name goes to the default endpoint, with its key', () => {
    const settings = resolveEndpoint('gpt-x', sources)
    expect(settings).toMatchObject({ model: 'gpt-x', baseUrl: 'https://api.openai.com/v1', key: 'sk-one' })
    const elsewhere = { ...environment, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1/' }
    expect(resolveEndpoint('gpt-x', { ...sources, environment: elsewhere }).baseUrl).toBe(
      'http://127.0.0.1:9/v1',
    )
  })

  test('a named endpoint gets its own key or none, never the default one', () => {
    expect(resolveEndpoint('qwen2.5:7b@local', sources)).toMatchObject({
      name: 'qwen2.5:7b@local',
      model: 'qwen2.5:7b',
      key: undefined,
    })
    expect(resolveEndpoint('Qwen/Qwen2.5@cluster', sources)).toMatchObject({ key: 'sk-two', timeout: 5 })
  })

  test('unknown endpoints and missing keys are configuration errors with the remedy', () => {
    expect(() => resolveEndpoint('x@nowhere', sources)).toThrow('configured: local, cluster')
    expect(() => resolveEndpoint('x@toString', sources)).toThrow('unknown endpoint')
    expect(() => resolveEndpoint('x', { ...sources, environment: {} })).toThrow('set OPENAI_API_KEY')
  })
})
