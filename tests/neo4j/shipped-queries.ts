import { readdirSync, readFileSync } from 'node:fs'

/** A file of `cypher/queries`, as a person reads it. */
export interface ShippedQuery {
  readonly file: string
  /** The first line; Neo4j Browser lists a favourite under it. */
  readonly title: string
  /** The comment lines between the title and the parameters: the question it answers and what it shows. */
  readonly about: string
  /** It returns paths, for the graph view; the others return a table. */
  readonly isDrawn: boolean
  readonly parameters: readonly ShippedParameter[]
  /** The whole file. */
  readonly text: string
}

export interface ShippedParameter {
  readonly name: string
  /** A Cypher literal. */
  readonly example: string
}

const folder = new URL('../../cypher/queries/', import.meta.url)

/** In the order of their numbers. */
export function shippedQueries(): readonly ShippedQuery[] {
  return readdirSync(folder)
    .toSorted()
    .map((file) => readQuery(file, readFileSync(new URL(file, folder), 'utf8')))
}

export function shippedQuery(number: string): ShippedQuery {
  const query = shippedQueries().find(({ file }) => file.startsWith(`${number}-`))
  if (query === undefined) throw new Error(`no query ${number} in cypher/queries`)
  return query
}

function readQuery(file: string, text: string): ShippedQuery {
  const lines = text.split('\n')
  const comments = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('// ')),
  )
  const [title = '', ...rest] = comments.map((line) => line.slice('// '.length))
  const about = rest.filter((line) => !line.startsWith(':param ')).join(' ')
  const parameters = rest.flatMap((line) => {
    const [, name, example] = /^:param (\w+) => (.+)$/.exec(line) ?? []
    return name === undefined || example === undefined ? [] : [{ name, example }]
  })
  return { file, title, about, isDrawn: /\bDraws\b/.test(about), parameters, text }
}

/** The parameters for Cypher: the examples, with ids where a query asks for one. */
export function parameterLiterals(
  query: ShippedQuery,
  ids: Readonly<Record<string, string>>,
): readonly ShippedParameter[] {
  return query.parameters.map(({ name, example }) => {
    const id = /^'0{32}'$/.test(example) ? ids[name] : undefined
    return { name, example: id === undefined ? example : `'${id}'` }
  })
}
