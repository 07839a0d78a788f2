import { expect, test } from 'vitest'
import { walkModes as modesOfTheCore } from '../../../core/concept-path.ts'
import { writeFields } from '../router/fields.ts'
import { curlOf, readWalks, requestOf, walkModes, walksFields, type WalksState } from './walks-state.ts'

const written = (state: WalksState): URLSearchParams =>
  new URLSearchParams(
    Object.entries(writeFields(walksFields, state)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )

test('an empty address asks for the first walk as the service is configured', () => {
  expect(requestOf(readWalks(new URLSearchParams()), undefined)).toEqual({
    mode: 'mathscale',
    seed: 7,
    index: 0,
  })
})

test('the address holds everything that decides a walk', () => {
  const state: WalksState = {
    start: 'ab12',
    mode: 'rare',
    weight: 'lift',
    temperature: 0.5,
    topics: [1, 2],
    points: [3, 5],
    seed: 2 ** 32 - 1,
    index: 12,
    step: 3,
  }
  expect(readWalks(written(state))).toEqual(state)
  expect(requestOf(state, 'run1')).toEqual({
    run: 'run1',
    start: 'ab12',
    mode: 'rare',
    weight: 'lift',
    temperature: 0.5,
    topicSteps: [1, 2],
    knowledgePointSteps: [3, 5],
    seed: 2 ** 32 - 1,
    index: 12,
  })
})

test('a mode that picks its own start is asked without one', () => {
  expect(requestOf(readWalks(new URLSearchParams('start=ab&mode=coverage')), undefined)).not.toHaveProperty(
    'start',
  )
})

test('numbers of steps that run backwards are not taken', () => {
  expect(readWalks(new URLSearchParams('topics=5-2&points=x')).topics).toBeUndefined()
  expect(readWalks(new URLSearchParams('points=2-21')).points).toBeUndefined()
  expect(readWalks(new URLSearchParams('points=2')).points).toBeUndefined()
})

test('the modes are those of the core', () => {
  expect(walkModes.toSorted()).toEqual([...modesOfTheCore].toSorted())
})

test('the command for a terminal holds the whole question', () => {
  const request = requestOf(readWalks(new URLSearchParams('index=3')), undefined)
  const command = curlOf(request, 'http://127.0.0.1:4747')
  expect(JSON.parse(/-d '(.*)'$/.exec(command)?.[1] ?? '')).toEqual(request)
})
