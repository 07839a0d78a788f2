/** Sets of the numbers 0 … size - 1, each alone at first. The smallest member stands for its set. */
export interface DisjointSets {
  find(member: number): number
  /** False where they were in one set already. */
  unite(first: number, second: number): boolean
}

export function createDisjointSets(size: number): DisjointSets {
  const parents = Int32Array.from({ length: size }, (_, member) => member)
  const find = (member: number): number => {
    let at = member
    while (parents[at] !== at) {
      const above = parents[parents[at] as number] as number
      parents[at] = above
      at = above
    }
    return at
  }
  return {
    find,
    unite(first, second) {
      const a = find(first)
      const b = find(second)
      if (a === b) return false
      parents[Math.max(a, b)] = Math.min(a, b)
      return true
    },
  }
}
