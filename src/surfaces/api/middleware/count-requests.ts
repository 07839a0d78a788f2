import type { RequestHandler } from 'express'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What `/metrics` tells. */
export interface Metrics {
  readonly registry: Registry
  readonly count: RequestHandler
}

/** Counts requests by route, never by path: a path may hold anything. */
export function createMetrics(load: () => { readonly running: number; readonly queued: number }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'conceptloom_http_request_seconds',
    help: 'Time to answer requests, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  const bytes = new Counter({
    name: 'conceptloom_http_response_bytes_total',
    help: 'Bytes of bodies sent, by route.',
    labelNames: ['route'],
    registers: [registry],
  })
  const runs = new Gauge({
    name: 'conceptloom_runs',
    help: 'Runs of this service by activity.',
    labelNames: ['activity'],
    registers: [],
    collect() {
      const { running, queued } = load()
      this.set({ activity: 'running' }, running)
      this.set({ activity: 'queued' }, queued)
    },
  })
  registry.registerMetric(runs)
  return {
    registry,
    count: (request, response, next) => {
      const start = process.hrtime.bigint()
      response.once('close', () => {
        const route = String(response.locals['route'] ?? 'other')
        const labels = { method: request.method, route, status: String(response.statusCode) }
        seconds.observe(labels, Number(process.hrtime.bigint() - start) / 1e9)
        const length = Number(response.get('content-length'))
        if (length > 0) bytes.inc({ route }, length)
      })
      next()
    },
  }
}
