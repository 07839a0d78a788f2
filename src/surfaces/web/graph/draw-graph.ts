import { UndirectedGraph } from 'graphology'
import { Sigma } from 'sigma'
import type { GraphNode, GraphView } from '../../api/contract/graph.ts'
import type { Theme } from '../shell/theme.ts'
import { drawLabel } from './draw-label.ts'
import { type Emphasis, edgeKey } from './emphasis.ts'
import { frameOf } from './frame-of.ts'
import { type Colouring, colourOf, graphColours, mixColours } from './graph-colours.ts'

export interface Look {
  readonly colouring: Colouring
  readonly theme: Theme
  /** Undefined: nothing stands out. */
  readonly emphasis: Emphasis | undefined
}

export interface DrawingEvents {
  onPick(id: string | undefined): void
  onOpen(id: string): void
  onHover(id: string | undefined): void
}

/** A picture of a part of the graph that can be moved and magnified. */
export interface Drawing {
  /** Puts another part of the graph in place of the present one. */
  show(view: GraphView, look: Look, frame?: readonly string[]): void
  restyle(look: Look): void
  magnify(factor: number): void
  /** All of the picture again. */
  fit(): void
  resize(): void
  close(): void
}

interface NodeAttributes {
  x: number
  y: number
  size: number
  label: string
  node: GraphNode
}

interface EdgeAttributes {
  size: number
  key: string
}

/** Draws with WebGL. @throws {Error} where the browser has none */
export function openDrawing(container: HTMLElement, events: DrawingEvents): Drawing {
  let look: Look = { colouring: 'community', theme: 'light', emphasis: undefined }
  let graph = new UndirectedGraph<NodeAttributes, EdgeAttributes>()
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    allowInvalidContainer: true,
    hideEdgesOnMove: true,
    labelFont: 'ui-sans-serif, system-ui, "Liberation Sans", sans-serif',
    labelSize: 12,
    labelDensity: 0.6,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 5,
    minEdgeThickness: 0.9,
    minCameraRatio: 0.05,
    maxCameraRatio: 3,
    stagePadding: 36,
    zIndex: true,
    defaultDrawNodeLabel: (context, data) => drawLabel(context, data, look.theme),
    defaultDrawNodeHover: (context, data) => drawLabel(context, data, look.theme, true),
    nodeReducer: (id, data) => nodeLook(id, data, look),
    edgeReducer: (id, data) =>
      edgeLook(
        graph.extremities(id).map((end) => graph.getNodeAttributes(end).node),
        data,
        look,
      ),
  })
  sigma.on('clickNode', ({ node }) => events.onPick(node))
  sigma.on('doubleClickNode', ({ node, event }) => {
    event.preventSigmaDefault()
    events.onOpen(node)
  })
  sigma.on('clickStage', () => events.onPick(undefined))
  sigma.on('enterNode', ({ node }) => events.onHover(node))
  sigma.on('leaveNode', () => events.onHover(undefined))
  const camera = sigma.getCamera()
  return {
    show: (view, next, frame) => {
      look = next
      graph = graphOf(view)
      sigma.setCustomBBox(frame === undefined ? null : frameOf(view.nodes, frame))
      sigma.setGraph(graph)
    },
    restyle: (next) => {
      look = next
      sigma.refresh({ skipIndexation: true })
    },
    magnify: (factor) => camera.setState({ ratio: camera.getBoundedRatio(camera.ratio / factor) }),
    fit: () => camera.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    resize: () => {
      sigma.resize()
      sigma.refresh({ skipIndexation: true })
    },
    close: () => sigma.kill(),
  }
}

function graphOf({ nodes, edges }: GraphView): UndirectedGraph<NodeAttributes, EdgeAttributes> {
  const graph = new UndirectedGraph<NodeAttributes, EdgeAttributes>()
  const most = Math.max(1, ...nodes.map(({ count }) => count))
  // In a picture of few concepts each may be larger.
  const largest = nodes.length > 150 ? 14 : 17
  const smallest = nodes.length > 150 ? 2.5 : 5
  for (const node of nodes) {
    const size = smallest + (largest - smallest) * Math.sqrt(node.count / most)
    graph.mergeNode(node.id, { x: node.x, y: node.y, size, label: node.name, node })
  }
  for (const { a, b, count } of edges)
    if (a !== b && graph.hasNode(a) && graph.hasNode(b))
      graph.mergeEdge(a, b, { size: Math.min(4, 0.9 + Math.log2(count) * 0.6), key: edgeKey(a, b) })
  return graph
}

function nodeLook(
  id: string,
  { node, ...data }: NodeAttributes,
  { emphasis, colouring, theme }: Look,
): object {
  const colours = graphColours[theme]
  const color = colourOf(node, colouring, theme)
  if (emphasis === undefined) return { ...data, color }
  if (emphasis.current.has(id))
    return {
      ...data,
      color: colours.accent,
      size: data.size + 2,
      forceLabel: true,
      highlighted: true,
      zIndex: 3,
    }
  if (emphasis.marked.has(id)) return { ...data, color, size: data.size + 1, forceLabel: true, zIndex: 2 }
  if (emphasis.kept.has(id)) return { ...data, color, zIndex: 1 }
  return { ...data, color: colours.faded, label: '', zIndex: 0 }
}

function edgeLook(
  ends: readonly GraphNode[],
  { key, size }: EdgeAttributes,
  { emphasis, colouring, theme }: Look,
): object {
  const colours = graphColours[theme]
  if (emphasis !== undefined)
    // A way is drawn boldly, the many spokes of a star are not.
    return emphasis.edges.has(key)
      ? emphasis.edges.size <= 12
        ? { color: colours.accent, size: size + 1.2, zIndex: 1 }
        : { color: mixColours(colours.accent, colours.paper, 0.35), size: size + 0.4, zIndex: 1 }
      : { color: colours.fadedEdge, size: Math.min(size, 1), zIndex: 0 }
  const [a, b] = ends.map((end) => colourOf(end, colouring, theme))
  const color = a !== undefined && a === b ? mixColours(a, colours.paper, 0.5) : colours.edge
  return { color, size, zIndex: 0 }
}
