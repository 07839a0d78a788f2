import { readCypherString } from './read-cypher-string.ts'

type Value = string | number | readonly Value[] | { readonly [key: string]: Value }

export interface CypherScript {
  readonly constraints: number
  readonly nodes: readonly { readonly label: string; readonly row: Readonly<Record<string, Value>> }[]
  readonly relations: readonly { readonly type: string; readonly row: readonly Value[] }[]
}

/** Reads a script of constraints, then `UNWIND [literals] AS row` statements, which must be all there is. */
export function readCypherScript(script: string): CypherScript {
  const constraint =
    /^CREATE (?:CONSTRAINT \w+ IF NOT EXISTS FOR \(n:\w+\) REQUIRE n\.id IS UNIQUE|INDEX pair_id IF NOT EXISTS FOR \(n:Pair\) ON \(n\.id\));\n/
  let [rest, constraints] = [script, 0]
  for (; constraint.test(rest); constraints++) rest = rest.replace(constraint, '')
  const nodes: { label: string; row: Readonly<Record<string, Value>> }[] = []
  const relations: { type: string; row: readonly Value[] }[] = []
  while (rest !== '') {
    if (!rest.startsWith('UNWIND ')) throw new Error(`no statement: ${rest.slice(0, 60)}`)
    const [rows, after] = readValue(rest.slice('UNWIND '.length))
    const statement =
      /^ AS row\n(?:MERGE \(n:(\w+) \{id: row\.id\}\)\nSET (?:n:\w+, )?n \+= row|MATCH \(a:\w+ \{id: row\[0\]\}\)\nMATCH \(b:\w+ \{id: row\[1\]\}\)\nMERGE \(a\)-\[r:(\w+)(?: \{step: row\[2\]\.step\})?\]->\(b\)(?:\nSET r \+= row\[2\])?);\n/.exec(
        after,
      )
    if (statement === null) throw new Error(`unknown statement: ${after.slice(0, 200)}`)
    const [whole, label, type] = statement
    for (const row of rows as readonly Value[]) {
      if (label !== undefined) nodes.push({ label, row: row as Readonly<Record<string, Value>> })
      else relations.push({ type: type as string, row: row as readonly Value[] })
    }
    rest = after.slice(whole.length)
  }
  return { constraints, nodes, relations }
}

/** A literal and what follows it. */
function readValue(text: string): [Value, string] {
  if (text.startsWith("'")) {
    const literal = /^'(?:[^'\\]|\\[^])*'(?: \+ '(?:[^'\\]|\\[^])*')*/.exec(text)?.[0]
    if (literal === undefined) throw new Error(`open literal: ${text.slice(0, 60)}`)
    return [readCypherString(literal, 'before'), text.slice(literal.length)]
  }
  if (text.startsWith('[')) return readList(text.slice(1).trimStart())
  if (text.startsWith('{')) return readMap(text.slice(1))
  const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/.exec(text)?.[0]
  if (number === undefined) throw new Error(`no value: ${text.slice(0, 60)}`)
  return [Number(number), text.slice(number.length)]
}

function readList(text: string): [Value, string] {
  const values: Value[] = []
  let rest = text
  while (!rest.startsWith(']')) {
    const [value, after] = readValue(rest)
    values.push(value)
    rest = after.trimStart().replace(/^,\s*/, '')
  }
  return [values, rest.slice(1)]
}

function readMap(text: string): [Value, string] {
  const map: Record<string, Value> = {}
  let rest = text
  while (!rest.startsWith('}')) {
    const key = /^(\w+): /.exec(rest)
    if (key === null) throw new Error(`no key: ${rest.slice(0, 60)}`)
    const [value, after] = readValue(rest.slice(key[0].length))
    map[key[1] as string] = value
    rest = after.replace(/^, /, '')
  }
  return [map, rest.slice(1)]
}
