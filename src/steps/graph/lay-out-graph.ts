import type { ConceptGraph } from '../../core/concept-graph.ts'
import { randomAt, randomKey } from '../../core/random.ts'
import { repel } from './barnes-hut.ts'

/** A place in the plane for every concept, in the order of the graph's nodes; multiples of 0.01. */
export interface Layout {
  readonly x: Float64Array
  readonly y: Float64Array
}

/**
 * A drawing of the graph by the forces of ForceAtlas2 (Jacomy et al. 2014): edges pull with √count · distance, concepts repel with
 * (degree + 1) · (degree + 1) / distance, gravity holds components together; steps are capped by a temperature that falls to 0.
 * Only +, −, ×, ÷ and √ are used, which IEEE 754 defines to the last bit: equal (graph, seed) give equal places on every machine.
 * Work is bounded: 300 rounds for small graphs, 30 for a million edges.
 */
export function layOutGraph(graph: ConceptGraph, seed: number): Layout {
  const size = graph.nodes.length
  const random = randomAt(randomKey('layout', graph.version, seed), 0)
  const side = 10 * Math.sqrt(size)
  const x = Float64Array.from({ length: size }, () => (random.float() - 0.5) * side)
  const y = Float64Array.from({ length: size }, () => (random.float() - 0.5) * side)
  const edges = packEdges(graph)
  const mass = new Float64Array(size).fill(1)
  for (const ends of [edges.from, edges.to]) for (const end of ends) mass[end] = (mass[end] as number) + 1
  const rounds = Math.max(30, Math.min(300, Math.floor(4e6 / (size + graph.edges.length / 4 + 1))))
  const force = { x: new Float64Array(size), y: new Float64Array(size) }
  for (let round = 0; round < rounds; round++) {
    force.x.fill(0)
    force.y.fill(0)
    repel({ x, y, mass }, repulsion, force)
    attract({ x, y }, edges, force)
    const temperature = (side / 8) * (1 - round / rounds)
    for (let node = 0; node < size; node++) {
      const pull = gravity * (mass[node] as number)
      const fx = (force.x[node] as number) - pull * (x[node] as number)
      const fy = (force.y[node] as number) - pull * (y[node] as number)
      const length = Math.sqrt(fx * fx + fy * fy)
      // The force is damped by mass, so that hubs do not swing, and capped by the temperature.
      const step = Math.min(length / (mass[node] as number), temperature)
      if (length === 0) continue
      x[node] = (x[node] as number) + (fx / length) * step
      y[node] = (y[node] as number) + (fy / length) * step
    }
  }
  return { x: x.map(toHundredths), y: y.map(toHundredths) }
}

const repulsion = 10
const gravity = 0.1

interface PackedEdges {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weight: Float64Array
}

function packEdges({ nodes, edges }: ConceptGraph): PackedEdges {
  const places = new Map(nodes.map((node, place) => [node.id, place]))
  return {
    from: Int32Array.from(edges, (edge) => places.get(edge.a) as number),
    to: Int32Array.from(edges, (edge) => places.get(edge.b) as number),
    weight: Float64Array.from(edges, (edge) => Math.sqrt(edge.count)),
  }
}

function attract({ x, y }: Layout, { from, to, weight }: PackedEdges, force: Layout): void {
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b, pull] = [from[edge] as number, to[edge] as number, weight[edge] as number]
    const dx = pull * ((x[b] as number) - (x[a] as number))
    const dy = pull * ((y[b] as number) - (y[a] as number))
    force.x[a] = (force.x[a] as number) + dx
    force.y[a] = (force.y[a] as number) + dy
    force.x[b] = (force.x[b] as number) - dx
    force.y[b] = (force.y[b] as number) - dy
  }
}

/** Adding 0 turns −0 into 0. */
const toHundredths = (value: number): number => Math.round(value * 100) / 100 + 0
