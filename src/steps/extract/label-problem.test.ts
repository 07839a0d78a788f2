import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EvidenceSpan } from '../../core/concept.ts'
import { knowledgePoint, topic } from '../../foundations/taxonomy/taxonomy.ts'
import { labelProblem, type ProblemLabels } from './label-problem.ts'

const data = new URL('../../../../shared/data/seeds_dev.jsonl', import.meta.url)
if (!existsSync(data)) {
  if (process.env['REQUIRE_PUBLIC_DATA'] === 'true') throw new Error(`no development seeds: ${data.pathname}`)
  console.warn('skipped: labels of real problems, because ../shared/data is absent')
}

const ids = (labels: ProblemLabels): readonly string[] =>
  [...labels.topics, ...labels.knowledgePoints].map((label) => label.id)

describe('labelProblem', () => {
  it.each([
    ['Find the greatest common divisor of 84 and 126.', 'greatest-common-divisor'],
    ['A shirt costs $40 and is sold at a 25% discount. What is the sale price?', 'discount-and-sale-price'],
    ['A train travels 180 miles in 3 hours. What is its average speed?', 'average-speed'],
    ['Find the derivative of $f(x)=x^3-4x$.', 'power-rule'],
    ['Compute $\\sin 60^\\circ$.', 'special-angle-values'],
    ['What is the minute hand angle with the hour hand at 4 o’clock?', 'clock-angles'],
    [
      'A tank is filled by a pipe in 6 hours and drained in 9 hours. How long does it take to fill?',
      'pipes-and-tanks',
    ],
  ])('%s → %s', (question, id) => {
    expect(ids(labelProblem(question))).toContain(id)
  })

  it('says nothing where nothing speaks for a label', () => {
    expect(labelProblem('Good morning, everyone.')).toEqual({ topics: [], knowledgePoints: [], overflow: [] })
    expect(labelProblem('')).toEqual({ topics: [], knowledgePoints: [], overflow: [] })
  })

  it('caps topics and knowledge points, and names what is beyond', () => {
    const question =
      'A shop sells a coat for $80 with a 20% discount and 5% sales tax. The ratio of coats to hats is 3:5, the average price is $30, and the probability of rain is 0.4. How much do 3 coats cost in all?'
    const capped = labelProblem(question, { topicCap: 1, knowledgePointCap: 2 })
    const all = labelProblem(question, { uncapped: true })
    expect(capped.topics).toEqual(all.topics.slice(0, 1))
    expect(capped.knowledgePoints).toEqual(all.knowledgePoints.slice(0, 2))
    const beyond = [...all.topics.slice(1), ...all.knowledgePoints.slice(2)].map((label) => label.name)
    expect(capped.overflow).toEqual(beyond)
    expect(all.overflow).toEqual([])
  })

  it('orders labels by score', () => {
    const { knowledgePoints } = labelProblem('The median and the mode of 3, 5, 5, 9 and their mean', {
      uncapped: true,
    })
    const scores = knowledgePoints.map((label) => label.score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(1)
  })
})

describe.skipIf(!existsSync(data))('labels of real problems', () => {
  const questions = existsSync(data)
    ? readFileSync(data, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { question: string }).question)
    : []

  it('lose a label when its evidence is deleted', () => {
    const kept: string[] = []
    for (const question of questions) {
      const labels = labelProblem(question)
      for (const label of [...labels.topics, ...labels.knowledgePoints]) {
        const rest = labelProblem(withoutSpans(question, label.evidence), { uncapped: true })
        if (ids(rest).includes(label.id)) kept.push(`${label.id}: ${question}`)
      }
    }
    expect(kept).toEqual([])
  }, 60_000)

  it('quote the question, in order, and name entries of the taxonomy', () => {
    for (const question of questions.slice(0, 400)) {
      const labels = labelProblem(question)
      expect(labels.topics.length).toBeLessThanOrEqual(2)
      expect(labels.knowledgePoints.length).toBeLessThanOrEqual(5)
      for (const label of [...labels.topics, ...labels.knowledgePoints]) {
        expect((topic(label.id) ?? knowledgePoint(label.id))?.name).toBe(label.name)
        expect(label.evidence.length).toBeGreaterThan(0)
        let last = -1
        for (const { start, end, text } of label.evidence) {
          expect(start).toBeGreaterThan(last)
          expect(question.slice(start, end)).toBe(text)
          last = end
        }
      }
    }
  })

  it('put no knowledge point on more than a fifth of the problems', () => {
    const counts = new Map<string, number>()
    for (const question of questions) {
      for (const { id } of labelProblem(question).knowledgePoints) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    const common = [...counts].filter(([, count]) => count > questions.length / 5)
    expect(common).toEqual([])
  }, 60_000)
})

function withoutSpans(question: string, spans: readonly EvidenceSpan[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of spans) {
    rest += question.slice(from, start)
    from = end
  }
  return rest + question.slice(from)
}
