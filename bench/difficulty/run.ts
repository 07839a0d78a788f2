// Difficulty against what people judged, one JSON line each: `npm run -s bench -- difficulty`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { countSteps } from '../../src/foundations/answers/count-steps.ts'
import { rankCorrelation } from '../../src/foundations/statistics/rank-correlation.ts'
import { operationGraphOf } from '../../src/steps/curate/difficulty/operation-depth.ts'
import { questionDifficulty } from '../../src/steps/curate/difficulty/question-difficulty.ts'
import { featuresOf } from '../../src/steps/curate/difficulty/question-features.ts'
import { structuralDifficulty } from '../../src/steps/curate/difficulty/structural-difficulty.ts'
import { composeProblem } from '../../src/steps/generate/procedural/compose.ts'
import { familyNodes } from '../../src/steps/generate/procedural/composition.ts'
import { drawValues } from '../../src/steps/generate/procedural/draw-values.ts'
import { familyOf } from '../../src/steps/generate/procedural/evaluate.ts'
import { families } from '../../src/steps/generate/procedural/families.ts'
import { tellProblem } from '../../src/steps/generate/procedural/tell.ts'
import { fitWeights } from './fit-weights.ts'
import { correlationWithin, readMathLevels, type LevelledProblem } from './read-levels.ts'

function print(line: Readonly<Record<string, unknown>>): void {
  const rounded = JSON.stringify(line, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
  )
  process.stdout.write(`${rounded}\n`)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** Question alone: shipped weights, the same fitted again, and lengths, on the half that no weight saw. */
function questionAlone(): void {
  const problems = readMathLevels()
  const fitted = fitWeights(problems.filter((_, place) => place % 2 === 0))
  const heldOut = problems.filter((_, place) => place % 2 === 1)
  const scores: Readonly<Record<string, (problem: LevelledProblem) => number>> = {
    'question features, as shipped': ({ question }) => questionDifficulty(question),
    'question features, fitted in this run': ({ question }) =>
      featuresOf(question).reduce(
        (sum, value, place) => sum + value * (fitted.weights[place] as number),
        fitted.intercept,
      ),
    'baseline: length of the question': ({ question }) => question.length,
    'baseline: length without figures': ({ question }) =>
      question.replaceAll(/\[asy\][\s\S]*?\[\/asy\]/g, '').length,
    'for comparison: steps of the reference solution': ({ solution }) => countSteps(solution),
  }
  for (const [score, scoreOf] of Object.entries(scores)) {
    const { mean: within, byType } = correlationWithin(heldOut, scoreOf)
    print({
      bench: 'difficulty/question-alone',
      set: 'MATH train, odd places',
      problems: heldOut.length,
      score,
      spearmanWithinType: within,
      byType,
    })
  }
}

/** A set that no weight was fitted on: TAL-SCQ5K, difficulty 0 to 4. */
function elsewhere(): void {
  const file = join(import.meta.dirname, '../../../shared/data/tal_scq_en_train.jsonl')
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly problem: string; readonly difficulty: string })
  const levels = rows.map(({ difficulty }) => Number(difficulty))
  print({
    bench: 'difficulty/question-alone',
    set: 'TAL-SCQ5K train (never fitted)',
    problems: rows.length,
    spearman: rankCorrelation(
      rows.map(({ problem }) => questionDifficulty(problem)),
      levels,
    ),
    baselineLength: rankCorrelation(
      rows.map(({ problem }) => problem.length),
      levels,
    ),
  })
}

/** Operation graphs of the families by level. */
function familyDepths(): void {
  const measured = families.map((family) => {
    const graphs = Array.from({ length: 8 }, (_, index) => {
      const values = drawValues(family, randomAt(randomKey('bench family level', family.id), index))
      if (values === undefined) return undefined
      const root = { node: 'family', family: family.id, wording: index, values, inputs: [] } as const
      const told = tellProblem({ storySeed: index, root })
      return told === undefined ? undefined : operationGraphOf(told.solution)
    }).filter((graph) => graph !== undefined)
    return {
      level: family.level,
      depth: mean(graphs.map(({ depth }) => depth)),
      operations: mean(graphs.map(({ operations }) => operations)),
    }
  })
  const levels = [...new Set(measured.map(({ level }) => level))].sort((a, b) => a - b)
  const byLevel = levels.map((level) => {
    const own = measured.filter((one) => one.level === level)
    return {
      level,
      families: own.length,
      depth: mean(own.map(({ depth }) => depth)),
      operations: mean(own.map(({ operations }) => operations)),
    }
  })
  const deeper = byLevel.every(({ depth }, place) => place === 0 || depth > (byLevel[place - 1]?.depth ?? 0))
  print({
    bench: 'difficulty/family-depth',
    families: measured.length,
    byLevel,
    deeperAtEachLevel: deeper,
    spearman: rankCorrelation(
      measured.map(({ level }) => level),
      measured.map(({ depth }) => depth),
    ),
  })
  if (!deeper) process.exitCode = 1
}

/** Woven problems of one to four families: depth of the whole operation graph by structural difficulty. */
function wovenDepths(): void {
  const points = [...new Set(families.flatMap((family) => family.knowledgePoints))].sort()
  const woven: { readonly difficulty: number; readonly depth: number; readonly families: number }[] = []
  for (let index = 0; index < 6000; index++) {
    const random = randomAt(randomKey('bench woven depth'), index)
    const chosen = random.shuffle(points).slice(0, random.integer(1, 4)).sort()
    const problem = composeProblem(chosen, random)
    if ('reason' in problem) continue
    const nodes = familyNodes(problem.composition.root)
    const level = Math.max(...nodes.map((node) => familyOf(node).level)) + (nodes.length - 1) / 2
    const difficulty = structuralDifficulty({
      level: Math.min(5, level),
      concepts: chosen.length,
      pathLength: chosen.length + 1,
      mode: 'mathscale',
      steps: countSteps(problem.told.solution),
    })
    woven.push({ difficulty, depth: operationGraphOf(problem.told.solution).depth, families: nodes.length })
  }
  const rounded = [...new Set(woven.map(({ difficulty }) => Math.round(difficulty)))].sort((a, b) => a - b)
  print({
    bench: 'difficulty/woven-depth',
    problems: woven.length,
    byDifficulty: rounded.map((level) => {
      const own = woven.filter(({ difficulty }) => Math.round(difficulty) === level)
      return {
        difficulty: level,
        problems: own.length,
        depth: mean(own.map(({ depth }) => depth)),
        families: mean(own.map((one) => one.families)),
      }
    }),
    spearman: rankCorrelation(
      woven.map(({ difficulty }) => difficulty),
      woven.map(({ depth }) => depth),
    ),
  })
}

questionAlone()
elsewhere()
familyDepths()
wovenDepths()
