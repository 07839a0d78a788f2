/** Formats of a graph export, in the order in which they are written. Apart from their writers, so that a command line can name them. */
export const graphFormats = [
  'json',
  'gexf',
  'graphml',
  'csv',
  'cypher',
  'skos',
  'prov',
  'dot',
  'obsidian',
] as const
export type GraphFormat = (typeof graphFormats)[number]
