import type { Concept } from '../../../core/concept.ts'

/** Twenty colours that are told apart on white; a community beyond them is grey. */
const palette = [
  '#1f77b4', '#d62728', '#2ca02c', '#ff7f0e', '#9467bd', '#17becf', '#8c564b', '#e377c2', '#bcbd22', '#3b5bdb',
  '#0b7285', '#a61e4d', '#5c940d', '#e67700', '#5f3dc4', '#087f5b', '#c92a2a', '#1864ab', '#862e9c', '#7f5539',
] // prettier-ignore
const grey = '#868e96'

/** Colour of a community as `#rrggbb`: the one notation that sigma, Gephi and Graphviz share. */
export function communityColor(community: number): string {
  return palette[community] ?? grey
}

/** Red, green and blue, 0 to 255. */
export function colorChannels(color: string): readonly [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Radius that makes the area of a concept grow with its count. */
export function nodeSize({ count }: Concept): number {
  return Math.round((3 + 2 * Math.sqrt(count)) * 100) / 100
}
