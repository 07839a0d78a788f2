import { checkAnnotations } from '../../../foundations/answers/calculator-annotations.ts'

/** The operation graph of a solution, as its calculator annotations show it. */
export interface OperationGraph {
  /** Signs of calculation in all annotations. */
  readonly operations: number
  /** Operations on the longest way from a number of the question to a result: annotations feed later ones that use their result. */
  readonly depth: number
}

/** Reads a solution's operation graph. A result that no later annotation uses ends its way; without annotations both are 0. */
export function operationGraphOf(solution: string): OperationGraph {
  const depths = new Map<string, number>()
  let operations = 0
  let depth = 0
  for (const { expression, stated } of checkAnnotations(solution)) {
    const own = Math.max(1, expression.match(/[+*/^]|(?<=[\d)])\s*[-−]/g)?.length ?? 0)
    const before = expression.match(/\d+(?:\.\d+)?/g)?.map((number) => depths.get(number) ?? 0) ?? []
    const here = Math.max(0, ...before) + own
    operations += own
    depth = Math.max(depth, here)
    depths.set(stated, Math.max(here, depths.get(stated) ?? 0))
  }
  return { operations, depth }
}
