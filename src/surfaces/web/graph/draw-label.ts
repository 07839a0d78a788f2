import type { Theme } from '../shell/theme.ts'
import { graphColours } from './graph-colours.ts'

interface LabelData {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly label: string | null
  readonly color: string
}

/** A name beside its dot, with a halo so that it can be read over edges; `isHeld` puts it on a card with a ring around the dot. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  { x, y, size, label, color }: LabelData,
  theme: Theme,
  isHeld: boolean = false,
): void {
  const colours = graphColours[theme]
  if (isHeld) {
    context.beginPath()
    context.arc(x, y, size + 4, 0, Math.PI * 2)
    context.fillStyle = colours.paper
    context.fill()
    context.beginPath()
    context.arc(x, y, size, 0, Math.PI * 2)
    context.fillStyle = color
    context.fill()
    context.beginPath()
    context.arc(x, y, size + 3, 0, Math.PI * 2)
    context.lineWidth = 2
    context.strokeStyle = colours.accent
    context.stroke()
  }
  if (label === null || label === '') return
  const points = Math.min(15, 11 + size / 5)
  context.font = `${isHeld || size > 11 ? 600 : 400} ${points}px ui-sans-serif, system-ui, "Liberation Sans", sans-serif`
  const { width } = context.measureText(label)
  const gap = size + (isHeld ? 6 : 4)
  // To the left of its dot where it would run out of the picture.
  const isBeyond = x + gap + width > context.canvas.clientWidth && x - gap - width > 0
  const left = isBeyond ? x - gap - width : x + gap
  const base = y + points / 3
  if (isHeld) {
    context.fillStyle = colours.halo
    context.beginPath()
    context.roundRect(left - 4, y - points * 0.8, width + 8, points * 1.6, 4)
    context.fill()
  } else {
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.strokeStyle = colours.paper
    context.strokeText(label, left, base)
  }
  context.fillStyle = colours.label
  context.fillText(label, left, base)
}
