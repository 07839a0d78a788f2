import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { compileCues } from '../../src/foundations/taxonomy/compile-cues.ts'
import { matchCues } from '../../src/foundations/taxonomy/match-cues.ts'
import { topics } from '../../src/foundations/taxonomy/taxonomy.ts'
import { tokeniseProblem } from '../../src/foundations/taxonomy/tokenise-problem.ts'
import { labelProblem } from '../../src/steps/extract/label-problem.ts'
import { balancedAccuracy, type Example } from './logistic-regression.ts'
import {
  readDevelopmentSeeds,
  readMathTypes,
  readModules,
  readRoutes,
  type ClassifiedProblem,
} from './read-problems.ts'

/**
 * Measures the labels of the taxonomy; one JSON line per measure. The baseline labels a problem with the entries whose name or alias
 * stands in it.
 */
interface Labels {
  readonly topics: readonly string[]
  readonly knowledgePoints: readonly string[]
  readonly scores: ReadonlyMap<string, number>
}

type Labeller = (question: string, uncapped?: boolean) => Labels

const byCues: Labeller = (question, uncapped = false) => {
  const labels = labelProblem(question, { uncapped })
  const all = [...labels.topics, ...labels.knowledgePoints]
  return {
    topics: labels.topics.map((label) => label.id),
    knowledgePoints: labels.knowledgePoints.map((label) => label.id),
    scores: new Map(all.map((label) => [label.id, label.score])),
  }
}

const points = topics.flatMap((topic) => topic.knowledgePoints)
const plainName = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\d ]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const nameMatcher = compileCues(
  [...topics, ...points].map(({ id, name, aliases }) => ({ id, cues: [name, ...aliases].map(plainName) })),
)

const byNames: Labeller = (question) => {
  const ids = new Set(
    matchCues(nameMatcher, tokeniseProblem(question)).map((hit) => nameMatcher.entryIds[hit.entry] ?? ''),
  )
  const named = points.filter((point) => ids.has(point.id)).map((point) => point.id)
  const parents = topics.filter(
    (topic) => ids.has(topic.id) || topic.knowledgePoints.some((point) => ids.has(point.id)),
  )
  const above = parents.map((topic) => topic.id)
  return { topics: above, knowledgePoints: named, scores: new Map([...above, ...named].map((id) => [id, 1])) }
}

const labellers: readonly (readonly [string, Labeller])[] = [
  ['cues', byCues],
  ['names (baseline)', byNames],
]

function report(measure: string, values: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ measure, ...values }))
}

const percent = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10

interface HandLabel {
  readonly topics: readonly string[]
  readonly knowledgePoints: readonly string[]
  readonly acceptable?: readonly string[]
}

/** The half that cues may be tuned on is drawn by a hash of the id; the other half is only ever counted. */
function isHeldOut(id: string): boolean {
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 2), 16) % 2 === 1
}

function measureHandLabels(): void {
  const labels = JSON.parse(readFileSync(new URL('labels.json', import.meta.url), 'utf8')) as Record<
    string,
    HandLabel
  >
  const questions = new Map(readDevelopmentSeeds().map((seed) => [seed.id, seed.question]))
  for (const [name, labeller] of labellers) {
    for (const half of ['development', 'held out']) {
      const ids = Object.keys(labels).filter((id) => isHeldOut(id) === (half === 'held out'))
      const sums = {
        given: 0,
        right: 0,
        wanted: 0,
        found: 0,
        topicsGiven: 0,
        topicsRight: 0,
        topicsWanted: 0,
        topicsFound: 0,
      }
      for (const id of ids) {
        const label = labels[id]
        const question = questions.get(id)
        if (label === undefined || question === undefined)
          throw new Error(`labelled seed: ${id} is not in seeds_dev.jsonl`)
        const { topics: topicIds, knowledgePoints } = labeller(question)
        const fine = new Set([...label.knowledgePoints, ...(label.acceptable ?? [])])
        const fineTopics = new Set([...label.topics, ...[...fine].map((point) => topicIdOf(point))])
        sums.given += knowledgePoints.length
        sums.right += knowledgePoints.filter((point) => fine.has(point)).length
        sums.wanted += label.knowledgePoints.length
        sums.found += label.knowledgePoints.filter((point) => knowledgePoints.includes(point)).length
        sums.topicsGiven += topicIds.length
        sums.topicsRight += topicIds.filter((topic) => fineTopics.has(topic)).length
        sums.topicsWanted += label.topics.length
        sums.topicsFound += label.topics.filter((topic) => topicIds.includes(topic)).length
      }
      report(`hand labels, ${half} half`, {
        labeller: name,
        problems: ids.length,
        pointPrecision: percent(sums.right, sums.given),
        pointRecall: percent(sums.found, sums.wanted),
        topicPrecision: percent(sums.topicsRight, sums.topicsGiven),
        topicRecall: percent(sums.topicsFound, sums.topicsWanted),
      })
    }
  }
}

const topicIds = new Map(
  topics.flatMap((topic) => topic.knowledgePoints.map((point) => [point.id, topic.id])),
)
const topicIdOf = (point: string): string => topicIds.get(point) ?? point

/** The deepest name of a route that the mapping knows says what is expected; a problem with no such name is left out. */
function measureRoutes(): void {
  const mapping = JSON.parse(readFileSync(new URL('tal-routes.json', import.meta.url), 'utf8')) as Record<
    string,
    HandLabel
  >
  for (const [name, labeller] of labellers) {
    const sums = {
      problems: 0,
      given: 0,
      right: 0,
      withPoints: 0,
      pointHit: 0,
      topicsGiven: 0,
      topicsRight: 0,
      topicHit: 0,
    }
    for (const { question, routes } of readRoutes()) {
      const expected = routes.flatMap((route) => {
        const found = route.findLast((part) => mapping[part] !== undefined)
        return found === undefined ? [] : [mapping[found]]
      })
      const expectedTopics = new Set(expected.flatMap((entry) => entry?.topics ?? []))
      const expectedPoints = new Set(expected.flatMap((entry) => entry?.knowledgePoints ?? []))
      if (expectedTopics.size === 0) continue
      const { topics: given, knowledgePoints } = labeller(question)
      sums.problems++
      sums.topicsGiven += given.length
      sums.topicsRight += given.filter((topic) => expectedTopics.has(topic)).length
      if (given.some((topic) => expectedTopics.has(topic))) sums.topicHit++
      if (expectedPoints.size === 0) continue
      sums.withPoints++
      sums.given += knowledgePoints.length
      sums.right += knowledgePoints.filter((point) => expectedPoints.has(point)).length
      if (knowledgePoints.some((point) => expectedPoints.has(point))) sums.pointHit++
    }
    report('TAL gold routes', {
      labeller: name,
      problems: sums.problems,
      topicPrecision: percent(sums.topicsRight, sums.topicsGiven),
      topicRecall: percent(sums.topicHit, sums.problems),
      pointPrecision: percent(sums.right, sums.given),
      pointRecall: percent(sums.pointHit, sums.withPoints),
    })
  }
}

function toExamples(
  problems: readonly ClassifiedProblem[],
  labeller: Labeller,
): { examples: Example[]; classes: readonly string[]; features: number } {
  const classes = [...new Set(problems.map((problem) => problem.type))].toSorted()
  const positions = new Map<string, number>()
  const position = (name: string): number => {
    const at = positions.get(name) ?? positions.size
    positions.set(name, at)
    return at
  }
  const examples = problems.map(({ question, type }) => {
    const { scores } = labeller(question, true)
    const features = [...scores].flatMap(([id, score]): [number, number][] => [
      [position(id), 1],
      [position(`${id} score`), Math.log2(1 + score) - 1],
    ])
    return { features, label: classes.indexOf(type) }
  })
  return { examples, classes, features: positions.size }
}

function measureClasses(measure: string, problems: readonly ClassifiedProblem[]): void {
  for (const [name, labeller] of labellers) {
    const { examples, classes, features } = toExamples(problems, labeller)
    const { balanced, byClass } = balancedAccuracy(examples, {
      features,
      classes: classes.length,
      passes: 12,
      penalty: 1e-4,
      folds: 5,
    })
    report(measure, {
      labeller: name,
      problems: problems.length,
      balancedAccuracy: percent(balanced, 1),
      byClass: Object.fromEntries(classes.map((type, at) => [type, percent(byClass[at] ?? 0, 1)])),
    })
  }
}

function measureCoverage(): void {
  const seeds = readDevelopmentSeeds()
  for (const [name, labeller] of labellers) {
    const counts = new Map<string, number>()
    const unlabelled = new Map<string, number>()
    let sum = 0
    for (const { question, source } of seeds) {
      const { topics: given, knowledgePoints } = labeller(question)
      if (given.length === 0) unlabelled.set(source, (unlabelled.get(source) ?? 0) + 1)
      sum += knowledgePoints.length
      for (const point of knowledgePoints) counts.set(point, (counts.get(point) ?? 0) + 1)
    }
    const [commonest = ['', 0]] = [...counts].toSorted((a, b) => b[1] - a[1])
    const missing = [...unlabelled.values()].reduce((total, count) => total + count, 0)
    report('coverage of seeds_dev', {
      labeller: name,
      problems: seeds.length,
      labelled: percent(seeds.length - missing, seeds.length),
      unlabelled: Object.fromEntries(unlabelled),
      pointsPerProblem: Math.round((100 * sum) / seeds.length) / 100,
      pointsSeen: counts.size,
      commonest: commonest[0],
      commonestShare: percent(commonest[1], seeds.length),
    })
  }
}

/** Median of five rounds after one that warms up, by wall clock and by processor time. */
function measureSpeed(): void {
  const questions = readDevelopmentSeeds().map((seed) => seed.question)
  for (const [name, labeller] of labellers) {
    const rounds = Array.from({ length: 6 }, () => {
      const start = performance.now()
      const used = process.cpuUsage()
      for (const question of questions) labeller(question)
      const { user } = process.cpuUsage(used)
      return { wall: (performance.now() - start) / 1000, cpu: user / 1e6 }
    }).slice(1)
    const median = (seconds: readonly number[]): number => seconds.toSorted((a, b) => a - b)[2] ?? 0
    report('speed', {
      labeller: name,
      problemsPerSecond: Math.round(questions.length / median(rounds.map((round) => round.wall))),
      problemsPerCpuSecond: Math.round(questions.length / median(rounds.map((round) => round.cpu))),
    })
  }
}

measureHandLabels()
measureRoutes()
measureCoverage()
measureClasses('MATH types, five classes', readMathTypes())
measureClasses('TAL modules, four classes', readModules())
measureSpeed()
