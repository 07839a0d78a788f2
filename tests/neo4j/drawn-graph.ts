import type { Locator } from 'playwright-core'

/** A node as it stands on the screen. */
export interface DrawnNode {
  /** The lines of its caption; a long one is cut. */
  readonly caption: string
  readonly colour: string
}

export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[]
  /** Captions on the arrows. */
  readonly arrows: readonly string[]
}

/** Waits until a frame shows so many nodes and reads the drawing. */
export async function readDrawing(frame: Locator, nodeCount: number): Promise<DrawnGraph> {
  await frame
    .locator('g.node')
    .nth(nodeCount - 1)
    .waitFor()
  const nodes = await frame.locator('g.node').evaluateAll((groups) =>
    groups.map((group) => ({
      caption: [...group.querySelectorAll('text.caption')]
        .map((line) => (line.textContent ?? '').trim())
        .join(' '),
      colour: group.querySelector('circle.b-outline')?.getAttribute('fill') ?? '',
    })),
  )
  const arrows = await frame.locator('g.relationship text').allTextContents()
  return { nodes, arrows }
}

/** Whether a caption is a name as Neo4j Browser fits it into a circle: words are left out or cut, their order stays. */
export function isCaptionOf(caption: string, name: string): boolean {
  const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
  const shown = words(caption.replace(/…$/, ''))
  let rest = words(name)
  return shown.every((word) => {
    const place = rest.findIndex((candidate) => candidate.startsWith(word))
    rest = rest.slice(place + 1)
    return place !== -1
  })
}
