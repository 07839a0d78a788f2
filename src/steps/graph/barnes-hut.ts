/** Bodies of the plane; all arrays have one entry per body. */
export interface Bodies {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly mass: Float64Array
}

/** A quadtree over bodies: four children of cell c stand at `firstChild[c]`, 0 where it is a leaf. */
interface QuadTree {
  readonly firstChild: Int32Array
  readonly body: Int32Array
  readonly mass: Float64Array
  readonly centreX: Float64Array
  readonly centreY: Float64Array
  readonly side: Float64Array
}

const deepest = 20
/** A cell looks like one body from further away than its side divided by this. */
const opening = 1.2

/** Adds to (forceX, forceY) how bodies repel each other: mass · mass / distance, far cells as one body (Barnes and Hut 1986). */
export function repel(bodies: Bodies, strength: number, force: { x: Float64Array; y: Float64Array }): void {
  const tree = plant(bodies)
  const stack = new Int32Array(4 * deepest + 8)
  for (let here = 0; here < bodies.x.length; here++) {
    const [x, y] = [bodies.x[here] as number, bodies.y[here] as number]
    const own = strength * (bodies.mass[here] as number)
    let [sumX, sumY] = [0, 0]
    let depth = 0
    stack[depth++] = 0
    while (depth > 0) {
      const cell = stack[--depth] as number
      const mass = tree.mass[cell] as number
      if (mass === 0) continue
      const [dx, dy] = [x - (tree.centreX[cell] as number), y - (tree.centreY[cell] as number)]
      const squared = dx * dx + dy * dy
      const side = tree.side[cell] as number
      const child = tree.firstChild[cell] as number
      if (child === 0 || side * side < opening * opening * squared) {
        if (squared > 0 && !(child === 0 && tree.body[cell] === here)) {
          sumX += (mass * dx) / squared
          sumY += (mass * dy) / squared
        }
      } else for (let corner = 0; corner < 4; corner++) stack[depth++] = child + corner
    }
    force.x[here] = (force.x[here] as number) + own * sumX
    force.y[here] = (force.y[here] as number) + own * sumY
  }
}

function plant({ x, y, mass }: Bodies): QuadTree {
  let capacity = 8 * x.length + 64
  for (;;) {
    const tree = tryPlant({ x, y, mass }, capacity)
    if (tree !== undefined) return tree
    capacity *= 2
  }
}

/** The tree, or `undefined` when it needs more cells than `capacity`. */
function tryPlant({ x, y, mass }: Bodies, capacity: number): QuadTree | undefined {
  const tree: QuadTree = {
    firstChild: new Int32Array(capacity),
    body: new Int32Array(capacity).fill(-1),
    mass: new Float64Array(capacity),
    centreX: new Float64Array(capacity),
    centreY: new Float64Array(capacity),
    side: new Float64Array(capacity),
  }
  const [low, side] = square(x, y)
  let used = 1
  tree.side[0] = side
  const corners = { x: new Float64Array(capacity), y: new Float64Array(capacity) }
  corners.x[0] = low
  corners.y[0] = low
  const childOf = (cell: number, body: number): number => {
    const half = (tree.side[cell] as number) / 2
    const right = (x[body] as number) >= (corners.x[cell] as number) + half ? 1 : 0
    const upper = (y[body] as number) >= (corners.y[cell] as number) + half ? 2 : 0
    return (tree.firstChild[cell] as number) + right + upper
  }
  const split = (cell: number): void => {
    const half = (tree.side[cell] as number) / 2
    tree.firstChild[cell] = used
    for (let corner = 0; corner < 4; corner++) {
      tree.side[used] = half
      corners.x[used] = (corners.x[cell] as number) + (corner & 1 ? half : 0)
      corners.y[used] = (corners.y[cell] as number) + (corner & 2 ? half : 0)
      used++
    }
  }
  const weigh = (cell: number, body: number): void => {
    const [held, added] = [tree.mass[cell] as number, mass[body] as number]
    const total = held + added
    tree.centreX[cell] = ((tree.centreX[cell] as number) * held + (x[body] as number) * added) / total
    tree.centreY[cell] = ((tree.centreY[cell] as number) * held + (y[body] as number) * added) / total
    tree.mass[cell] = total
  }
  for (let body = 0; body < x.length; body++) {
    let cell = 0
    for (let depth = 0; ; depth++) {
      const resident = tree.body[cell] as number
      const leaf = tree.firstChild[cell] === 0
      if (leaf && resident === -1) {
        weigh(cell, body)
        tree.body[cell] = body
        break
      }
      // Bodies closer than the smallest cell share a leaf.
      if (leaf && depth === deepest) {
        weigh(cell, body)
        break
      }
      if (leaf) {
        if (used + 4 > capacity) return undefined
        split(cell)
        const place = childOf(cell, resident)
        weigh(place, resident)
        tree.body[place] = resident
      }
      weigh(cell, body)
      cell = childOf(cell, body)
    }
  }
  return tree
}

/** Lower corner and side of a square, the same corner on both axes, that holds all bodies. */
function square(x: Float64Array, y: Float64Array): [number, number] {
  let [low, high] = [0, 0]
  for (const list of [x, y]) {
    for (const value of list) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return [low, (high - low) * 1.0001 + 1e-9]
}
