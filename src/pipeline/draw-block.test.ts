import { expect, test } from 'vitest'
import { drawConcurrently } from './draw-block.ts'
import type { Draw } from './draw-pairs.ts'

const skipped = (index: number): Draw => ({
  index,
  points: 2,
  outcome: 'skipped',
  supported: true,
  reason: 'combination used up',
})
const made = (index: number): Draw => ({ index, outcome: 'pair' }) as Draw

/** Every third draw is skipped at once; the others take a while, the earlier ones longer. */
function sourceOf(asked: number[]): { draw: (index: number) => Promise<Draw> } {
  return {
    async draw(index) {
      if (index % 3 === 0) return skipped(index)
      asked.push(index)
      for (let turn = 0; turn < 50 - (index % 40); turn++) await Promise.resolve()
      return made(index)
    },
  }
}

async function take(count: number): Promise<{ drawn: readonly Draw[]; asked: readonly number[] }> {
  const asked: number[] = []
  const drawn: Draw[] = []
  let pairs = 0
  const options = { start: 0, size: 4, concurrency: 8, wanted: () => count - pairs }
  for await (const draws of drawConcurrently(sourceOf(asked), options)) {
    drawn.push(...draws)
    pairs += draws.filter(({ outcome }) => outcome === 'pair').length
    if (pairs >= count) break
  }
  return { drawn, asked }
}

test('draws come in the order of their index, whichever ends first', async () => {
  const { drawn } = await take(100)
  expect(drawn.map(({ index }) => index)).toEqual(drawn.map((_, place) => place))
})

test('nothing is asked that is not wanted, though draws that are skipped are made good for at once', async () => {
  for (const count of [1, 7, 30, 100]) {
    const { asked } = await take(count)
    expect(asked).toHaveLength(count)
  }
})

test('a failure reaches whoever takes the draws', async () => {
  const source = { draw: (index: number) => Promise.reject(new Error(`no draw ${index}`)) }
  const options = { start: 0, size: 4, concurrency: 8, wanted: () => 10 }
  await expect(drawConcurrently(source, options).next()).rejects.toThrow('no draw 0')
})
