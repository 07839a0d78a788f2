// Step checks on published solutions, clean and corrupted, one JSON line each: `npm run -s bench -- steps`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomAt, randomKey } from '../../src/core/random.ts'
import type { CheckOutcome } from '../../src/core/verdict.ts'
import { checkAnnotations as recompute } from '../../src/foundations/answers/calculator-annotations.ts'
import { lastBoxed } from '../../src/foundations/answers/final-answer.ts'
import { numericLinks, type NumericLink } from '../../src/foundations/answers/numeric-links.ts'
import { checkAnnotations } from '../../src/steps/verify/check-annotations.ts'
import { checkNumericLinks } from '../../src/steps/verify/check-numeric-links.ts'
import { checkSubstitution } from '../../src/steps/verify/check-substitution.ts'

function readRows(name: string): readonly Readonly<Record<string, string>>[] {
  const file = join(import.meta.dirname, '../../../shared/data', name)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Readonly<Record<string, string>>)
}

function print(line: Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(line, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value,
  )
  process.stdout.write(`${text}\n`)
}

function seconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

interface Corruption {
  readonly text: string
  /** The text without its annotations, where only plain equations are left to look at. */
  readonly plain: string
}

const annotation = /<<[^<>]*>>/g

/** One digit of the result of the annotation at a place changed: in the annotation and in the text after it, or in one of the two. */
function corrupt(
  text: string,
  at: number,
  { where, index }: { where: 'both' | 'annotation' | 'text'; index: number },
): Corruption | undefined {
  const random = randomAt(randomKey('steps bench', where), index)
  const [, head = '', stated = '', tail = ''] = /^<<([^>]*=)([^=>]+)>>(.*)/s.exec(text.slice(at)) ?? []
  const digits = [...stated.matchAll(/\d/g)].map((match) => match.index)
  // `22,500` after an annotation of 22500 is left as it is: only the annotation can be changed alone.
  if (digits.length === 0 || (where !== 'annotation' && !tail.startsWith(stated))) return undefined
  const place = random.pick(digits)
  const digit = (Number(stated[place]) + random.integer(1, 9)) % 10
  const changed = `${stated.slice(0, place)}${digit}${stated.slice(place + 1)}`
  // 3.30 for 3.3 is no corruption.
  if (Number(changed) === Number(stated)) return undefined
  const inside = where === 'text' ? stated : changed
  const after = changed
  const following = where === 'annotation' ? tail : `${after}${tail.slice(stated.length)}`
  const corrupted = `${text.slice(0, at)}<<${head}${inside}>>${following}`
  return { text: corrupted, plain: corrupted.replaceAll(annotation, '') }
}

function isFailed({ outcome }: { readonly outcome: CheckOutcome }): boolean {
  return outcome === 'failed'
}

function outcomesOf(text: string): ReadonlySet<NumericLink['outcome']> {
  return new Set(numericLinks(text).map(({ outcome }) => outcome))
}

function annotations(): void {
  const solutions = readRows('gsm8k_train.jsonl').map(({ answer = '' }) => answer)
  let total = 0
  let accepted = 0
  let rejectedSolutions = 0
  const time = seconds(() => {
    for (const solution of solutions) {
      const found = recompute(solution)
      total += found.length
      accepted += found.filter(({ holds, following }) => holds && following === 'same').length
      if (isFailed(checkAnnotations(solution))) rejectedSolutions++
    }
  })
  print({
    bench: 'steps/annotations',
    set: 'GSM8K train',
    solutions: solutions.length,
    annotations: total,
    accepted,
    rejectedSolutions,
    microsecondsPerSolution: (time / solutions.length) * 1e6,
  })
  const clean = solutions.map((solution) => outcomesOf(solution.replaceAll(annotation, '')))
  print({
    bench: 'steps/annotations',
    set: 'GSM8K train, annotations removed: plain equations only',
    solutions: solutions.length,
    rejectedSolutions: clean.filter((outcomes) => outcomes.has('fails')).length,
    scoredUnsure: clean.filter((outcomes) => outcomes.has('unsure') && !outcomes.has('fails')).length,
    baseline: 'every unequal link rejects',
    baselineRejected: clean.filter((outcomes) => outcomes.has('fails') || outcomes.has('unsure')).length,
  })
  for (const where of ['both', 'annotation', 'text'] as const) corruptions(solutions, where)
}

function corruptions(solutions: readonly string[], where: 'both' | 'annotation' | 'text'): void {
  let corrupted = 0
  let caught = 0
  let plainCaught = 0
  let plainUnsure = 0
  let index = 0
  for (const solution of solutions) {
    for (const { at } of recompute(solution)) {
      const changed = corrupt(solution, at, { where, index: index++ })
      if (changed === undefined) continue
      corrupted++
      if (isFailed(checkAnnotations(changed.text))) caught++
      // Without annotations only what stands in the text can be seen to be wrong.
      if (where !== 'both') continue
      const outcomes = outcomesOf(changed.plain)
      if (outcomes.has('fails')) plainCaught++
      else if (outcomes.has('unsure')) plainUnsure++
    }
  }
  print({
    bench: 'steps/corruption',
    set: 'GSM8K train, every annotation in turn',
    changed: where === 'both' ? 'annotation and text alike' : `${where} alone`,
    corrupted,
    caught,
    ...(where === 'both'
      ? {
          baseline: 'annotations removed: plain equations only',
          baselineCaught: plainCaught,
          baselineScoredUnsure: plainUnsure,
        }
      : {}),
  })
}

function latexLinks(): void {
  const solutions = readRows('math_train.jsonl').map(({ solution = '' }) => solution)
  const counts = { holds: 0, fails: 0, unsure: 0 }
  const solutionsWith = { links: 0, rejected: 0, unsure: 0, passed: 0 }
  const time = seconds(() => {
    for (const solution of solutions) {
      const links = numericLinks(solution)
      for (const { outcome } of links) counts[outcome]++
      if (links.length > 0) solutionsWith.links++
      const { outcome } = checkNumericLinks({ solution, finalAnswer: lastBoxed(solution) || '0' })
      if (outcome === 'failed') solutionsWith.rejected++
      else if (outcome === 'passed') solutionsWith.passed++
      if (outcome !== 'failed' && links.some((link) => link.outcome === 'unsure')) solutionsWith.unsure++
    }
  })
  print({
    bench: 'steps/latex-links',
    set: 'MATH train',
    solutions: solutions.length,
    links: counts,
    solutionsWithLinks: solutionsWith.links,
    passed: solutionsWith.passed,
    rejectedSolutions: solutionsWith.rejected,
    scoredUnsure: solutionsWith.unsure,
    baseline: 'every unequal link rejects',
    baselineRejected: solutionsWith.rejected + solutionsWith.unsure,
    microsecondsPerSolution: (time / solutions.length) * 1e6,
  })
}

function substitution(): void {
  const rows = readRows('math_train.jsonl').map(({ problem = '', solution = '' }) => ({
    question: problem,
    finalAnswer: lastBoxed(solution) ?? '',
  }))
  const outcomes = { passed: 0, failed: 0 }
  let wrong = 0
  let caught = 0
  for (const { question, finalAnswer } of rows) {
    const { outcome } = checkSubstitution({ question, finalAnswer })
    if (outcome === 'not-applicable') continue
    outcomes[outcome]++
    if (!/^-?\d+$/.test(finalAnswer)) continue
    wrong++
    const changed = String(Number(finalAnswer) + 1)
    if (isFailed(checkSubstitution({ question, finalAnswer: changed }))) caught++
  }
  print({
    bench: 'steps/substitution',
    set: 'MATH train',
    problems: rows.length,
    applicable: outcomes.passed + outcomes.failed,
    ...outcomes,
    wrongAnswers: wrong,
    wrongAnswersCaught: caught,
  })
}

annotations()
latexLinks()
substitution()
