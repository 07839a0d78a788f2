import type { AnswerNode } from './answer-node.ts'
import { fail, isSign, peek, take, type Parser } from './parser-state.ts'

const matrices = new Set(['matrix', 'pmatrix', 'bmatrix', 'Bmatrix', 'smallmatrix', 'array', 'vmatrix'])

/** Rows up to `\end`; `cases`, `aligned` and the like are no values. */
export function readMatrix(parser: Parser, environment: string): AnswerNode {
  if (!matrices.has(environment)) return fail(parser)
  if (environment === 'array') skipColumns(parser)
  const rows: AnswerNode[][] = [[]]
  while (!parser.failed) {
    const token = peek(parser)
    if (token.kind === 'name' && token.text.startsWith('end ')) {
      parser.at++
      break
    }
    if (take(parser, '\\\\')) {
      rows.push([])
      continue
    }
    if (token.kind === 'end') return fail(parser)
    rows.at(-1)?.push(parser.rules.sum(parser))
    const after = peek(parser)
    const isEnd = after.kind === 'name' && after.text.startsWith('end ')
    if (!take(parser, '&') && !isSign(parser, '\\\\') && !isEnd) return fail(parser)
  }
  if (rows.at(-1)?.length === 0) rows.pop()
  const width = rows[0]?.length ?? 0
  if (width === 0 || rows.some((row) => row.length !== width)) return fail(parser)
  const matrix: AnswerNode = { kind: 'matrix', rows }
  return environment === 'vmatrix' ? { kind: 'call', name: 'det', items: [matrix] } : matrix
}

/** `{cc}` of an array. */
function skipColumns(parser: Parser): void {
  if (!take(parser, '{')) return
  while (peek(parser).kind !== 'end' && !take(parser, '}')) parser.at++
}
