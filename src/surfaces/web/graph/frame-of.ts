export interface Frame {
  readonly x: [number, number]
  readonly y: [number, number]
}

interface Placed {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** The part of a picture in which some of its nodes stand with room around them; never less than a quarter of it each way. */
export function frameOf(nodes: readonly Placed[], ids: readonly string[]): Frame | null {
  const wanted = new Set(ids)
  const inside = nodes.filter(({ id }) => wanted.has(id))
  if (inside.length === 0) return null
  const span = (axis: 'x' | 'y'): [number, number] => {
    const [least, most] = extent(inside.map((node) => node[axis]))
    const [first, last] = extent(nodes.map((node) => node[axis]))
    const half = Math.max((most - least) * 0.6, (last - first) / 8, 1e-6)
    const middle = (least + most) / 2
    return [middle - half, middle + half]
  }
  return { x: span('x'), y: span('y') }
}

function extent(values: readonly number[]): readonly [number, number] {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}
