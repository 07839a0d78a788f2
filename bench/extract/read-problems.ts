import { readFileSync } from 'node:fs'

const root = new URL('../../../shared/data/', import.meta.url)

/** A problem with the class it has in its own set. */
export interface ClassifiedProblem {
  readonly question: string
  readonly type: string
}

export interface DevelopmentSeed {
  readonly id: string
  readonly source: string
  readonly question: string
}

export interface RoutedProblem {
  readonly question: string
  /** Names from the root to the leaf, by route. */
  readonly routes: readonly (readonly string[])[]
}

function readRows(file: string): readonly unknown[] {
  return readFileSync(new URL(file, root), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line))
}

const ALGEBRAS = new Set(['Algebra', 'Intermediate Algebra', 'Prealgebra'])

/** MATH train with its three algebras as one class. */
export function readMathTypes(): readonly ClassifiedProblem[] {
  const rows = readRows('math_train.jsonl') as readonly { problem: string; type: string }[]
  return rows.map(({ problem, type }) => ({ question: problem, type: ALGEBRAS.has(type) ? 'Algebra' : type }))
}

/** TAL-SCQ train: the question without its options, and its routes. */
export function readRoutes(): readonly RoutedProblem[] {
  const rows = readRows('tal_scq_en_train.jsonl') as readonly {
    problem: string
    knowledge_point_routes: readonly string[]
  }[]
  return rows.map(({ problem, knowledge_point_routes: routes }) => ({
    question: problem,
    routes: routes.map((route) => route.split('->').map((name) => name.trim())),
  }))
}

const MODULES: ReadonlyMap<string, string> = new Map([
  ['Calculation Modules', 'Calculation'],
  ['Number Theory Modules', 'Number Theory'],
  ['Counting Modules', 'Counting'],
  ['Combinatorics', 'Combinatorics'],
])

/** The TAL problems of four large modules, by the module of their first route. */
export function readModules(): readonly ClassifiedProblem[] {
  return readRoutes().flatMap(({ question, routes }) => {
    const type = MODULES.get(routes[0]?.[2] ?? '')
    return type === undefined ? [] : [{ question, type }]
  })
}

/** The development seeds of four sources. */
export function readDevelopmentSeeds(): readonly DevelopmentSeed[] {
  return readRows('seeds_dev.jsonl') as readonly DevelopmentSeed[]
}
