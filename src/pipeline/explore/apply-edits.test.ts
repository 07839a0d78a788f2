import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptId, type Concept, type SeedContribution } from '../../core/concept.ts'
import { buildGraph } from '../../steps/graph/build-graph.ts'
import { applyEdits, checkEdit, type EditedConcept } from './apply-edits.ts'

const concepts: readonly Concept[] = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(
  (key, place) => {
    const kind = place < 3 ? 'topic' : 'knowledge-point'
    return { id: conceptId(kind, key), kind, key, name: key, aliases: [{ name: key, count: 1 }], count: 0 }
  },
)
const ids = concepts.map(({ id }) => id)

const anyContributions = fc
  .array(fc.subarray(ids), { minLength: 1, maxLength: 20 })
  .map((lists) => lists.map((conceptIds, seed): SeedContribution => ({ seedId: `s${seed}`, conceptIds })))
const anyEdit: fc.Arbitrary<EditedConcept> = fc.oneof(
  fc.record({
    kind: fc.constant('rename' as const),
    conceptId: fc.constantFrom(...ids, 'unknown'),
    to: fc.constantFrom('A', 'B', 'one', 'five'),
    undone: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('merge' as const),
    conceptId: fc.constantFrom(...ids, 'unknown'),
    to: fc.constantFrom(...ids, 'unknown'),
    undone: fc.boolean(),
  }),
)
const anyEdits = fc.array(anyEdit, { maxLength: 12 })

describe('edits of concepts', () => {
  it('taken back restore the very graph', () => {
    fc.assert(
      fc.property(anyContributions, anyEdits, (contributions, edits) => {
        const graph = buildGraph(concepts, contributions)
        const undone = applyEdits(
          graph,
          contributions,
          edits.map((edit) => ({ ...edit, undone: true })),
        )
        expect(undone.graph).toBe(graph)
        expect(undone.contributions).toBe(contributions)
      }),
    )
  })

  it('that are undone do as much as those never made', () => {
    fc.assert(
      fc.property(anyContributions, anyEdits, (contributions, edits) => {
        const graph = buildGraph(concepts, contributions)
        const held = edits.filter(({ undone }) => !undone)
        expect(applyEdits(graph, contributions, edits)).toEqual(applyEdits(graph, contributions, held))
      }),
    )
  })

  it('merge so that every concept has as many seeds as are labelled with any of its parts', () => {
    fc.assert(
      fc.property(anyContributions, anyEdits, (contributions, edits) => {
        const graph = buildGraph(concepts, contributions)
        const edited = applyEdits(graph, contributions, edits)
        const shown = new Map(
          graph.nodes.map(({ id, kind }) => [id, { into: edited.survivors.get(id) ?? id, kind }]),
        )
        expect(new Set(edited.graph.nodes.map(({ id }) => id))).toEqual(
          new Set([...shown.values()].map(({ into }) => into)),
        )
        for (const node of edited.graph.nodes) {
          const parts = [...shown].filter(([, { into }]) => into === node.id)
          expect(parts.every(([, { kind }]) => kind === node.kind)).toBe(true)
          const seeds = contributions.filter(({ conceptIds }) =>
            parts.some(([id]) => conceptIds.includes(id)),
          )
          expect(node.count).toBe(seeds.length)
          const names = [node.name, ...node.aliases.map(({ name }) => name)]
          for (const [id] of parts) expect(names).toContain(graph.nodes.find((part) => part.id === id)?.name)
        }
        for (const { a, b, count } of edited.graph.edges) {
          const has = (list: readonly string[], id: string): boolean =>
            list.some((held) => shown.get(held)?.into === id)
          expect(count).toBe(
            contributions.filter(({ conceptIds }) => has(conceptIds, a) && has(conceptIds, b)).length,
          )
        }
      }),
    )
  })

  it('rename by the latest name that holds, and keep the old name as an alias', () => {
    const contributions = [{ seedId: 's', conceptIds: ids }]
    const graph = buildGraph(concepts, contributions)
    const edit = (to: string, undone = false): EditedConcept => ({
      kind: 'rename',
      conceptId: ids[4] as string,
      to,
      undone,
    })
    const named = applyEdits(graph, contributions, [edit('A'), edit('B'), edit('C', true)])
    const node = named.graph.nodes.find(({ id }) => id === ids[4])
    expect(node).toMatchObject({ name: 'B', key: 'five', aliases: [{ name: 'five', count: 1 }] })
    expect(named.graph.version).not.toBe(graph.version)
  })

  it('are refused where they could not apply', () => {
    const graph = buildGraph(concepts, [{ seedId: 's', conceptIds: ids }])
    const [topic, other] = ids as [string, string]
    expect(() => checkEdit(graph, { kind: 'merge', conceptId: topic, to: other })).not.toThrow()
    expect(() => checkEdit(graph, { kind: 'merge', conceptId: topic, to: topic })).toThrow('into itself')
    expect(() => checkEdit(graph, { kind: 'merge', conceptId: topic, to: ids[5] as string })).toThrow(
      'topic into knowledge-point',
    )
    expect(() => checkEdit(graph, { kind: 'rename', conceptId: 'none', to: 'A' })).toThrow('no such concept')
    expect(() => checkEdit(graph, { kind: 'rename', conceptId: topic, to: 'one' })).toThrow('already')
  })
})
