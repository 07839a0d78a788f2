import type { AddressInfo } from 'node:net'
import express from 'express'

/** The least an Express application does for an answer of 8 kB: what the service is measured against. */
const body = {
  items: Array.from({ length: 20 }, (_, index) => ({ id: String(index), text: 'x'.repeat(380) })),
}
const app = express()
app.get('/', (_, response) => void response.json(body))
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(
    `${JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` })}\n`,
  )
})
process.once('SIGTERM', () => process.exit(0))
