import { describe, expect, it } from 'vitest'
import { conceptId, type Concept } from '../../../core/concept.ts'
import type { ConceptPath } from '../../../core/concept-path.ts'
import type { Draft } from '../../../core/draft.ts'
import { randomAt, randomKey } from '../../../core/random.ts'
import { shapeOf } from './composition.ts'
import { decodeComposition, encodeComposition } from './composition-code.ts'
import { composeProblem } from './compose.ts'
import { supportedPoints } from './cover-points.ts'
import { families } from './families.ts'
import { createProceduralGenerator, generateDraft } from './procedural-generator.ts'
import { tellProblem } from './tell.ts'

const points = [...supportedPoints()].sort()
const key = randomKey('composition test')

function setAt(index: number): readonly string[] {
  const random = randomAt(key, index)
  return random.shuffle(points).slice(0, random.integer(1, 4))
}

function concept(taxonomyId: string): Concept {
  return {
    id: conceptId('knowledge-point', taxonomyId),
    kind: 'knowledge-point',
    key: taxonomyId,
    name: taxonomyId,
    aliases: [],
    count: 1,
    taxonomyId,
  }
}

function draftAt(index: number): Draft | undefined {
  const concepts = setAt(index).map(concept)
  const path: ConceptPath = {
    runSeed: 1,
    index,
    mode: 'mathscale',
    steps: [{ conceptId: 'topic', phase: 'start', edgeCount: 0, probability: 1 }],
    topics: ['topic'],
    knowledgePoints: concepts.map(({ id }) => id).sort(),
    graphVersion: 'test',
  }
  const generated = generateDraft({ path, knowledgePoints: concepts, topics: [], variant: 0 })
  return generated.outcome === 'draft' ? generated.draft : undefined
}

const generator = createProceduralGenerator(new Map(points.map((id) => [concept(id).id, id])))
const drafts = Array.from({ length: 400 }, (_, index) => draftAt(index)).filter(
  (draft) => draft !== undefined,
)

describe('composition', () => {
  it('weaves most sets of up to four points, and at most half of the woven ones as plain chains', () => {
    expect(drafts.length).toBeGreaterThan(240)
    const shapes = drafts.map((draft) => shapeOf(decodeComposition(draft.evidence)?.root as never))
    const woven = shapes.filter((shape) => shape !== 'single')
    expect(woven.filter((shape) => shape === 'sequential').length).toBeLessThanOrEqual(woven.length / 2)
  })

  it('passes every rung-5 check, and realises exactly what was asked for', () => {
    for (const draft of drafts) {
      expect(draft.realised).toEqual(draft.requested)
      expect(
        generator.recheck(draft).filter((check) => check.outcome !== 'passed'),
        draft.question,
      ).toEqual([])
    }
  })

  it('recheck fails on a changed answer, a changed number, and a concept that is not there', () => {
    for (const draft of drafts.slice(0, 60)) {
      const failed = (changed: Partial<Draft>): readonly string[] =>
        generator
          .recheck({ ...draft, ...changed })
          .filter((check) => check.outcome === 'failed')
          .map((check) => check.name)
      expect(failed({ finalAnswer: `${draft.finalAnswer}1` })).toContain('independent-answer')
      expect(failed({ question: draft.question.replace(/\d+/, (digits) => `${digits}7`) })).toContain(
        'independent-answer',
      )
      expect(failed({ question: `${draft.question} There are 12345 others.` })).toContain('givens-in-text')
      expect(failed({ realised: [...draft.realised, 'other'] })).toContain('concepts-realised')
      expect(failed({ evidence: { storySeed: 1 } })).toContain('independent-answer')
    }
  })

  it('is a pure function of its random numbers', () => {
    for (let index = 0; index < 40; index++) {
      const once = composeProblem(setAt(index), randomAt(key, index + 9000))
      expect(composeProblem(setAt(index), randomAt(key, index + 9000))).toEqual(once)
    }
  })

  it('survives its own encoding', () => {
    for (const draft of drafts) {
      const composition = decodeComposition(draft.evidence)
      expect(composition).toBeDefined()
      if (composition === undefined) continue
      expect(encodeComposition(composition)).toEqual(draft.evidence)
      expect(tellProblem(composition)?.question).toBe(draft.question)
    }
  })

  it('names the points it has no family for', () => {
    expect(composeProblem(['no-such-point', points[0] as string], randomAt(key, 1))).toEqual({
      missing: ['no-such-point'],
      reason: 'no family',
    })
  })
})

it('families cover at least 40 % of the taxonomy with at least 60 families', async () => {
  const { topics } = await import('../../../foundations/taxonomy/taxonomy.ts')
  const all = new Set(topics.flatMap((topic) => topic.knowledgePoints.map((point) => point.id)))
  expect(families.length).toBeGreaterThanOrEqual(60)
  for (const point of points) expect(all.has(point), point).toBe(true)
  expect(points.length / all.size).toBeGreaterThanOrEqual(0.4)
})
